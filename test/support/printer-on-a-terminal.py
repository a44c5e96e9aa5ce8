"""Shows a TCP printer as a device file: a pseudo-terminal in raw mode, joined to the printer's port.

Prints the device's path, then carries bytes both ways until the printer or the device is gone. A device file that
can't be read at the moment answers EAGAIN as /dev/usb/lp0 does, and EIO once this process has ended.
"""
import os
import pty
import select
import socket
import sys
import tty

printer = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
printer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
controller, device = pty.openpty()
tty.setraw(device)
print(os.ttyname(device), flush=True)

while True:
    ready, _, _ = select.select([printer, controller], [], [])
    if printer in ready:
        data = printer.recv(65536)
        if not data:
            break
        os.write(controller, data)
    if controller in ready:
        printer.sendall(os.read(controller, 65536))
