// What the pages and their libraries use and the oldest browsers of halls lack: imported first by every page.
// scripts/page-browsers.mjs fails the build where something is missing here, and takes the names from these imports.
import 'core-js/actual/array/at';
import 'core-js/actual/array/find-last-index';
import 'core-js/actual/array/to-sorted';
import 'core-js/actual/object/has-own';
import 'core-js/actual/string/at';

// Chromium 103; core-js leaves signals out.
if (!('timeout' in AbortSignal)) {
  Object.defineProperty(AbortSignal, 'timeout', {
    value: (milliseconds: number): AbortSignal => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('signal timed out', 'TimeoutError')), milliseconds);
      return controller.signal;
    },
  });
}
