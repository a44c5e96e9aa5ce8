// A machine with a microphone, made up by Chromium: without one a page is told only that there is none.
require('electron').app.commandLine.appendSwitch('use-fake-device-for-media-stream');
