"""Stand-ins for objects that live beside the student's code, and the session through which they are reached."""

from .ahead import Ahead, Pipe, Script
from .call import Call
from .channel import Answer, Channel, Local
from .session import Session
from .stand_in import Remote

__all__ = ["Ahead", "Answer", "Call", "Channel", "Local", "Pipe", "Remote", "Script", "Session"]
