/**
 * Renews `/info` each minute without losing what its reader opened, and finds counters while their reader types; without it the page stays as it was fetched. In the
 * words of the oldest browsers, which get it as it stands. The fetched page's style is taken out before it is parsed: its
 * nonce is another answer's, so the browser would report it as a breach of the page's policy.
 */
export const pageScript = `(function () {
  'use strict';
  var all = location.href.replace(/([?&])cari=[^&#]*/, '$1');
  var field = document.getElementById('search');
  function find() {
    var words = field.value.toLowerCase().split(/\\s+/);
    var counters = document.querySelectorAll('details');
    var found = 0;
    for (var at = 0; at < counters.length; at += 1) {
      var said = counters[at].textContent.toLowerCase();
      var fits = words.every(function (word) { return said.indexOf(word) >= 0; });
      counters[at].hidden = !fits;
      if (fits && /^gerai-/.test(counters[at].id)) found += 1;
    }
    document.getElementById('none').hidden = found > 0;
  }
  function renew() {
    var request = new XMLHttpRequest();
    request.open('GET', all);
    request.onload = function () {
      if (request.status !== 200) return;
      var fresh = new DOMParser().parseFromString(request.responseText.replace(/<style[^]*?<\\/style>/, ''), 'text/html');
      var open = document.querySelectorAll('details[open]');
      var asked = fresh.querySelectorAll('details[open]');
      for (var each = 0; each < asked.length; each += 1) asked[each].removeAttribute('open');
      for (var at = 0; at < open.length; at += 1) {
        var same = fresh.getElementById(open[at].id);
        if (same) same.setAttribute('open', '');
      }
      var focused = document.activeElement && document.activeElement.parentNode;
      var id = focused && focused.id;
      document.querySelector('main').innerHTML = fresh.querySelector('main').innerHTML;
      document.getElementById('as-of').innerHTML = fresh.getElementById('as-of').innerHTML;
      find();
      var again = id && document.getElementById(id);
      if (again && again.firstElementChild) again.firstElementChild.focus();
    };
    request.send();
  }
  field.addEventListener('input', find);
  // What was looked for without this script is all that the page has.
  if (field.value) renew();
  setInterval(renew, 60000);
})();
`;
