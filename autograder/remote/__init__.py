"""Stand-ins for objects that live beside the student's code, and the session through which they are reached."""

from .call import Call
from .channel import Answer, Channel, Local
from .session import Session
from .stand_in import Remote

__all__ = ["Answer", "Call", "Channel", "Local", "Remote", "Session"]
