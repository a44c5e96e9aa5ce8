// A machine that lacks the system libraries which the add-ons for devices need: none of them loads.
const Module = require('node:module');

const load = Module._load;
Module._load = (request, ...rest) => {
  if (['node-hid', 'usb', 'serialport'].includes(request)) {
    throw new Error('libudev.so.1: cannot open shared object file: No such file or directory');
  }
  return load(request, ...rest);
};
