"""Questions to a page in the browser; each is a function in JavaScript that returns a list of complaints."""

from typing import Final

_TOOLS: Final = """
  const shown = element => element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
    && element.getClientRects().length > 0;
  const named = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
    + ' "' + (element.innerText || element.value || element.name || '').trim().slice(0, 40) + '"';
  const hidden = element => element.closest('.govuk-visually-hidden, .search-form__label, .govuk-skip-link') !== null;
  const reachable = () => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(shown);
"""


def _probe(body: str) -> str:
    return "() => {" + _TOOLS + body + "}"


# 2.4.7: what changes when an element has the focus.
FOCUS_IS_VISIBLE: Final = _probe("""
  const looks = element => {
    const style = getComputedStyle(element);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
      style.backgroundColor].join();
  };
  // A radio's or checkbox's ring is drawn on its label.
  const drawn = element => looks(element) + [...(element.labels || [])].map(label =>
    getComputedStyle(label, '::before').boxShadow + getComputedStyle(label, '::before').outline).join();
  return reachable().filter(element => {
    document.activeElement.blur();
    const before = drawn(element);
    element.focus();
    return document.activeElement !== element || drawn(element) === before;
  }).map(named);
""")

# 2.4.11: the element with the focus is in the window and on top.
FOCUS_IS_NOT_HIDDEN: Final = _probe("""
  const complaints = reachable().filter(element => {
    element.focus();
    const box = element.getClientRects()[0];
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return true;
    const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const labels = [...(element.labels || [])];
    return !(top && (element.contains(top) || top.contains(element) || labels.some(label => label.contains(top))));
  }).map(named);
  scrollTo(0, 0);
  return complaints;
""")

# 2.5.8: 24 by 24 pixels, or nothing else within 24 pixels of the centre, or a link within a sentence.
TARGETS_ARE_LARGE_ENOUGH: Final = _probe("""
  document.activeElement.blur();
  const targets = reachable().filter(element => !hidden(element) && element.getAttribute('tabindex') !== '0')
    .map(element => ({element, boxes: [...element.getClientRects(),
      ...[...(element.labels || [])].filter(() => ['radio', 'checkbox'].includes(element.type))
        .flatMap(label => [...label.getClientRects()])]}));
  const centre = box => [box.left + box.width / 2, box.top + box.height / 2];
  const away = ([x, y], box) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const inSentence = element => element.tagName === 'A' && element.parentElement
    && [...element.parentElement.childNodes].some(node => node.nodeType === 3 && node.textContent.trim().length > 3);
  return targets.filter(({element, boxes}) => {
    if (boxes.some(box => box.width >= 24 && box.height >= 24) || inSentence(element)) return false;
    const middle = centre(boxes[0]);
    return targets.some(other => other.element !== element && !other.element.contains(element)
      && other.boxes.some(box => away(middle, box) < 12));
  }).map(({element, boxes}) => named(element) + ' ' + boxes[0].width.toFixed() + '×' + boxes[0].height.toFixed());
""")

# 1.4.10: nothing is wider than the window, but for what scrolls in a region of its own.
NOTHING_IS_WIDER_THAN_THE_WINDOW: Final = _probe("""
  const complaints = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    complaints.push('the page is ' + document.documentElement.scrollWidth + ' px wide');
  for (const element of document.body.querySelectorAll('*')) {
    if (!shown(element) || hidden(element) || element.closest('.scroll, svg *')) continue;
    if (element.getBoundingClientRect().right > width + 1) complaints.push(named(element));
  }
  return complaints.slice(0, 8);
""")

# 1.4.4 and 1.4.12: no text is cut off, and no two texts lie on each other.
TEXT_IS_WHOLE: Final = _probe("""
  const complaints = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (!shown(element) || hidden(element) || element.closest('svg')) continue;
    const style = getComputedStyle(element);
    if (style.overflowY !== 'visible' && style.overflowY !== 'auto' && style.overflowY !== 'scroll'
        && element.scrollHeight > element.clientHeight + 2 && !['INPUT', 'SELECT'].includes(element.tagName))
      complaints.push('cut: ' + named(element));
    if (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 2)
      complaints.push('too narrow: ' + named(element));
  }
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent.trim() || !shown(parent) || hidden(parent)) continue;
    if (parent.closest('svg, .scroll, option')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // The line's box is taller than its letters; a third of it is air.
    for (const box of range.getClientRects()) pieces.push({parent, text: node.textContent.trim(),
      left: box.left + 1, right: box.right - 1, top: box.top + box.height / 6, bottom: box.bottom - box.height / 6});
  }
  for (let a = 0; a < pieces.length; a++) for (let b = a + 1; b < pieces.length; b++) {
    const one = pieces[a], other = pieces[b];
    if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
      complaints.push('on each other: "' + one.text.slice(0, 30) + '" and "' + other.text.slice(0, 30) + '"');
  }
  return complaints.slice(0, 8);
""")

# 1.4.11: what has to be seen to use a page stands out from white by 3 to 1.
EDGES_STAND_OUT: Final = _probe("""
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(c => c / 255)
      .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = element => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const edged = [...document.querySelectorAll('.status, .govuk-input, .govuk-textarea, .govuk-select')].filter(shown)
    .filter(element => ratio(getComputedStyle(element).borderTopColor, ground(element)) < 3
      && ratio(getComputedStyle(element).backgroundColor, ground(element)) < 3);
  const drawn = [...document.querySelectorAll(
    'svg[role=img] polyline, svg[role=img] path, svg[role=img] circle, svg[role=img] rect')]
    .filter(shown).filter(mark => [getComputedStyle(mark).stroke, getComputedStyle(mark).fill]
      .filter(colour => colour.startsWith('rgb')).every(colour => ratio(colour, 'rgb(255, 255, 255)') < 3));
  return [...edged, ...drawn].map(named);
""")

# Charts: letters of 12 pixels or more, none of them turned, four series at most.
CHARTS_ARE_READABLE: Final = _probe("""
  return [...document.querySelectorAll('svg[role=img]')].filter(shown).flatMap(drawing => {
    const letters = [...drawing.querySelectorAll('text')];
    const small = letters
      .filter(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a < 11.95)
      .map(text => 'small: ' + text.textContent);
    const turned = letters.filter(text => Math.abs(text.getScreenCTM().b) > 0.01)
      .map(text => 'turned: ' + text.textContent);
    const colours = new Set([...drawing.querySelectorAll('polyline, path[stroke]')]
      .filter(line => !line.getAttribute('stroke-dasharray')).map(line => line.getAttribute('stroke')));
    return [...small, ...turned, ...(colours.size > 4 ? ['more than four series'] : [])];
  });
""")

FIGURES_STAND_TO_THE_RIGHT: Final = _probe("""
  return [...document.querySelectorAll('.govuk-table__cell--numeric, .govuk-table__header--numeric')].filter(shown)
    .filter(cell => getComputedStyle(cell).textAlign !== 'right').map(named);
""")

NOTHING_MOVES: Final = _probe("""
  const moving = [...document.querySelectorAll('*')].filter(element =>
    getComputedStyle(element).transitionDuration.split(',').some(time => parseFloat(time) > 0)
    || getComputedStyle(element).animationName !== 'none');
  return [...moving.map(named), ...document.getAnimations().map(each => 'animation ' + each.id)].slice(0, 5);
""")

# Colours forced by the reader: a light keeps its word and gets an edge.
LIGHTS_KEEP_AN_EDGE: Final = _probe("""
  return [...document.querySelectorAll('.status')].filter(shown)
    .filter(light => getComputedStyle(light).borderTopStyle === 'none' || !light.innerText.trim()).map(named);
""")

# On paper: no ways around the site, table headings on every sheet, nothing wider than the sheet.
PAPER_HOLDS_WHAT_IS_SAID: Final = _probe("""
  const complaints = [...document.querySelectorAll('header nav, footer nav, form[role=search], .govuk-skip-link')]
    .filter(shown).map(named);
  for (const head of document.querySelectorAll('thead'))
    if (shown(head) && getComputedStyle(head).display !== 'table-header-group') complaints.push('headings once');
  for (const table of document.querySelectorAll('table, svg[role=img]'))
    if (shown(table) && table.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      complaints.push('cut at the edge: ' + table.textContent.trim().slice(0, 40));
  return complaints;
""")

WATCH_THE_FOCUS: Final = _probe("""
  window.reached = new Set();
  document.addEventListener('focusin', event => window.reached.add(event.target));
  return reachable().length;
""")

WORDS_OF_THE_PAGE: Final = _probe("""
  return [...new Set(document.querySelector('main').innerText.split(/\\s+/))].sort();
""")

TWICE_THE_TEXT: Final = "() => { document.documentElement.style.fontSize = '200%'; }"
WIDE_SPACING: Final = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; '
    + 'word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [sheet];
}"""
