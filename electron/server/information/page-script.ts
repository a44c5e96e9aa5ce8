/**
 * Renews `/info` each minute without losing what its reader opened; without it the page stays as it was fetched. In the
 * words of the oldest browsers, which get it as it stands. The fetched page's style is taken out before it is parsed: its
 * nonce is another answer's, so the browser would report it as a breach of the page's policy.
 */
export const pageScript = `(function () {
  'use strict';
  function renew() {
    var request = new XMLHttpRequest();
    request.open('GET', location.href);
    request.onload = function () {
      if (request.status !== 200) return;
      var fresh = new DOMParser().parseFromString(request.responseText.replace(/<style[^]*?<\\/style>/, ''), 'text/html');
      var open = document.querySelectorAll('details[open]');
      for (var at = 0; at < open.length; at += 1) {
        var same = fresh.getElementById(open[at].id);
        if (same) same.setAttribute('open', '');
      }
      var focused = document.activeElement && document.activeElement.parentNode;
      var id = focused && focused.id;
      document.querySelector('main').innerHTML = fresh.querySelector('main').innerHTML;
      document.getElementById('as-of').innerHTML = fresh.getElementById('as-of').innerHTML;
      var again = id && document.getElementById(id);
      if (again && again.firstElementChild) again.firstElementChild.focus();
    };
    request.send();
  }
  setInterval(renew, 60000);
})();
`;
