"""Makes a scanner's serial port: a pseudo-terminal in raw mode, to which the path `argv[1]` leads.

Sends what each line of its input tells in hexadecimal. Once its input ends, port and path are gone, as the cable is.
"""
import os
import pty
import sys
import tty

controller, device = pty.openpty()
tty.setraw(device)
os.symlink(os.ttyname(device), sys.argv[1])
os.close(device)
print("plugged in", flush=True)
for line in sys.stdin:
    os.write(controller, bytes.fromhex(line))
os.unlink(sys.argv[1])
