// Hộp: a small form over the page.

/**
 * Asks for some values: `o` is a list of `{ten, nhan, kieu, giaTri, batBuoc, min, max, goiY}`; `xong` gets them.
 */
export function hoi(khung, { tieuDe, o, nut, xong }) {
  const { nhan } = khung;
  const hop = document.createElement('dialog');
  hop.className = 'vanthu-hop';
  const form = hop.appendChild(document.createElement('form'));
  form.method = 'dialog';
  const h = form.appendChild(document.createElement('h2'));
  h.textContent = tieuDe;
  h.id = `vanthu-hop-${(khung.soHop = (khung.soHop ?? 0) + 1)}`;
  hop.setAttribute('aria-labelledby', h.id);
  const vao = o.map(mot => themO(form, mot, h.id));
  const hang = form.appendChild(document.createElement('div'));
  hang.className = 'nut';
  const dong = themNut(hang, nhan.thoi, 'button');
  themNut(hang, nut, 'submit');
  const het = () => {
    hop.close();
    hop.remove();
    khung.view.focus();
  };
  dong.addEventListener('click', het);
  hop.addEventListener('cancel', event => { event.preventDefault(); het(); });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const ra = Object.fromEntries(vao.map(input => [input.name, input.value.trim()]));
    het();
    xong(ra);
  });
  khung.dom.append(hop);
  hop.showModal();
  vao[0].focus();
  vao[0].select();
}

function themO(form, { ten, nhan, kieu = 'text', giaTri = '', batBuoc = false, min, max, goiY = [] }, goc) {
  const label = form.appendChild(document.createElement('label'));
  label.textContent = nhan;
  const input = label.appendChild(document.createElement('input'));
  Object.assign(input, { name: ten, type: kieu, value: String(giaTri), required: batBuoc });
  if (min !== undefined) input.min = String(min);
  if (max !== undefined) input.max = String(max);
  if (kieu === 'number') input.step = 'any';
  if (goiY.length) {
    const list = form.appendChild(document.createElement('datalist'));
    list.id = `${goc}-${ten}`;
    for (const g of goiY) list.appendChild(document.createElement('option')).value = g;
    input.setAttribute('list', list.id);
  }
  return input;
}

function themNut(cha, chu, type) {
  const nut = cha.appendChild(document.createElement('button'));
  Object.assign(nut, { type, textContent: chu });
  return nut;
}
