/**
 * The filter of the page. Without it the page shows everything; it is written for browsers as it is, because nothing builds it.
 */
export const script = `
const form = document.querySelector('form');
const files = [...document.querySelectorAll('.file')].map((element) => ({
  element,
  name: element.dataset.file.toLowerCase(),
  entries: [...element.querySelectorAll('article')].map((entry) => ({
    entry,
    text: undefined,
    codemod: entry.dataset.codemod,
    state: entry.dataset.state,
  })),
}));
const status = document.getElementById('status');

function filter() {
  const data = new FormData(form);
  const words = String(data.get('text')).toLowerCase();
  const codemod = data.get('codemod');
  const states = new Set(data.getAll('state'));
  const isNarrow = words !== '' || codemod !== '' || states.size < form.querySelectorAll('[name=state]').length;
  let shown = 0;
  for (const { element, name, entries } of files) {
    let own = 0;
    for (const item of entries) {
      const fits = (codemod === '' || item.codemod === codemod) && states.has(item.state) &&
        (words === '' || name.includes(words) || (item.text ??= item.entry.textContent.toLowerCase()).includes(words));
      item.entry.hidden = !fits;
      if (fits) own++;
    }
    const isBare = entries.length === 0 && !isNarrow;
    element.hidden = own === 0 && !isBare && !(words !== '' && name.includes(words) && entries.length === 0);
    shown += own;
  }
  status.textContent = shown === 1 ? '1 site shown' : shown.toLocaleString('en-US') + ' sites shown';
}

let timer;
form.hidden = false;
form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(filter, 120); });
form.addEventListener('reset', () => setTimeout(filter));
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('open').addEventListener('click', () => {
  const visible = files.filter(({ element }) => !element.hidden);
  const isOpen = visible.every(({ element }) => element.open);
  for (const { element } of visible) element.open = !isOpen;
});
filter();
`;
