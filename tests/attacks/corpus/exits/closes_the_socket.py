"""closes and replaces the socket to the judge -> no points"""
import os


def relu(x):
    os.close(3)
    os.open("/dev/null", os.O_RDWR)


def sigmoid(x):
    reader, writer = os.pipe()
    os.dup2(reader, 3)
