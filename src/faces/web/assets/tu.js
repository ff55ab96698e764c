// The cabinet: looks through the list, without tone marks.

const rows = [...document.querySelectorAll("tbody tr")];
const find = document.getElementById("tim");
const picks = ["loai", "nam", "ky"].map((id) => document.getElementById(id)).filter(Boolean);

// As the program writes the words that are looked through: đ is a letter of its own and not a d with a mark.
const khongDau = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();

function show() {
  const words = khongDau(find.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const said = words.every((word) => row.dataset.tim.includes(word));
    const picked = picks.every((pick) => !pick.value || row.dataset[pick.id] === pick.value);
    row.hidden = !(said && picked);
    if (!row.hidden) shown += 1;
  }
  document.getElementById("dem").textContent = shown + " văn bản";
}

if (find) {
  for (const control of [find, ...picks]) control.addEventListener("input", show);
  document.querySelector("form.loc").addEventListener("submit", (event) => event.preventDefault());
  show();
}
