// The page of the stamp: a click on the first page takes its place from there, and the program shows it anew.

const trang = document.getElementById("trang-dau");
const form = document.getElementById("cho-dau");

trang?.addEventListener("click", (event) => {
  const o = trang.getBoundingClientRect();
  const diem = Number(trang.dataset.diem);
  const mm = (cho, dai, diemDai) => Math.max(0, Math.round((cho / dai) * (diemDai / diem)));
  form.elements.mm.value = mm(event.clientX - o.left, o.width, trang.naturalWidth) + "," + mm(event.clientY - o.top, o.height, trang.naturalHeight);
  form.querySelector('button[formmethod="get"]').click();
});
