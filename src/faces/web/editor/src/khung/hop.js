// Hộp: a small form over the page.

/**
 * Asks for some values: `o` is a list of `{ten, nhan, kieu, giaTri, batBuoc, min, max, goiY}`; `xong` gets them, and
 * says by a text (or a promise of it) what is wrong with them; `boi` hears of a form that was closed.
 */
export function hoi(khung, { tieuDe, loi, o, nut, xong, boi }) {
  const { nhan } = khung;
  const hop = document.createElement('dialog');
  hop.className = 'vanthu-hop';
  const form = hop.appendChild(document.createElement('form'));
  form.method = 'dialog';
  const h = form.appendChild(document.createElement('h2'));
  h.textContent = tieuDe;
  h.id = `vanthu-hop-${(khung.soHop = (khung.soHop ?? 0) + 1)}`;
  hop.setAttribute('aria-labelledby', h.id);
  if (loi) form.appendChild(document.createElement('p')).textContent = loi;
  const vao = o.map(mot => themO(form, mot, h.id));
  const hong = form.appendChild(document.createElement('p'));
  hong.className = 'hong';
  hong.setAttribute('role', 'alert');
  const hang = form.appendChild(document.createElement('div'));
  hang.className = 'hang-nut';
  const dong = themNut(hang, nhan.thoi, 'button');
  const gui = themNut(hang, nut, 'submit');
  const het = () => {
    hop.close();
    hop.remove();
    khung.view.focus();
  };
  const thoi = () => { het(); boi?.(); };
  dong.addEventListener('click', thoi);
  hop.addEventListener('cancel', event => { event.preventDefault(); thoi(); });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const ra = Object.fromEntries(vao.map(input => [input.name, input.type === 'file' ? input.files[0] : input.value.trim()]));
    gui.disabled = true;
    const sai = await xong(ra);
    gui.disabled = false;
    if (sai) hong.textContent = sai;
    else het();
  });
  khung.dom.append(hop);
  hop.showModal();
  vao[0].focus();
  if (vao[0].type !== 'file') vao[0].select();
}

function themO(form, { ten, nhan, kieu = 'text', giaTri = '', batBuoc = false, min, max, goiY = [] }, goc) {
  const label = form.appendChild(document.createElement('label'));
  label.textContent = nhan;
  const input = label.appendChild(document.createElement('input'));
  Object.assign(input, { name: ten, type: kieu, required: batBuoc });
  if (kieu === 'file') input.accept = 'image/png,image/jpeg,image/svg+xml';
  else input.value = String(giaTri);
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
