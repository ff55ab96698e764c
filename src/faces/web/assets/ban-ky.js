// A PDF is chosen or dropped; the program says whose paper it is; then it may be kept.

const goc = document.getElementById("ban-ky");
const tha = document.getElementById("tha");
const vao = document.getElementById("tep");
const ketQua = document.getElementById("ket-qua");
const nhan = document.getElementById("nhan");
const TO_NHAT = 20 * 1024 * 1024;
let tep = null;
let lan = 0;

function noi(tieuDe, cau, loai) {
  const hop = document.createElement("section");
  hop.className = "phan loi " + loai;
  const dau = document.createElement("h2");
  dau.textContent = tieuDe;
  hop.append(dau, ...cau.map((c) => { const p = document.createElement("p"); p.textContent = c; return p; }));
  ketQua.replaceChildren(hop);
  return hop;
}

async function gui(path) {
  const headers = { "content-type": "application/pdf" };
  const tra = await fetch(path, { method: "POST", headers, body: tep });
  let said = {};
  try { said = await tra.json(); } catch { /* no words of the program's own */ }
  if (!tra.ok) throw Object.assign(new Error(said.loi || "Chương trình không nhận tệp này (mã " + tra.status + ")."), { goiY: said.goi_y });
  return said;
}

const hong = (error) => noi("Chưa làm được", [error.message, error.goiY ? "Cách sửa: " + error.goiY : ""].filter(Boolean), "error");

async function xem(file) {
  const nay = (lan += 1);
  tep = file;
  if (nhan) nhan.hidden = true;
  if (!file) return;
  if (file.size > TO_NHAT) { noi("Tệp lớn quá", ["Tệp lớn hơn 20 MB; bản đã phát hành nhỏ hơn nhiều. Xem lại có chọn nhầm tệp không."], "error"); return; }
  noi("Đang xem " + file.name + "…", [], "note");
  try {
    const tra = await gui("/api/ban-ky");
    if (nay !== lan) return;
    const cuaSo = !goc.dataset.so || (tra.so === goc.dataset.so && tra.cq === goc.dataset.cq);
    const cau = cuaSo || !tra.so ? tra.loi : [...tra.loi, "Đây là bản của số khác, không phải số đang mở."];
    const hop = noi(tra.tieu_de, cau, tra.dung && cuaSo ? "note" : "error");
    if (tra.so && (!goc.dataset.so || !cuaSo)) {
      const link = document.createElement("a");
      link.href = "/ban-ky?so=" + encodeURIComponent(tra.so) + "&cq=" + encodeURIComponent(tra.cq);
      link.textContent = "Mở số " + tra.so + " để lưu bản đã ký";
      if (tra.dung) hop.append(link);
    }
    if (nhan) nhan.hidden = !(tra.dung && cuaSo);
  } catch (error) {
    if (nay === lan) hong(error);
  }
}

vao.addEventListener("change", () => xem(vao.files[0] || null));
for (const ten of ["dragenter", "dragover"]) document.addEventListener(ten, (event) => { event.preventDefault(); tha.classList.add("tren"); });
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) tha.classList.remove("tren"); });
document.addEventListener("drop", (event) => {
  event.preventDefault();
  tha.classList.remove("tren");
  if (event.dataTransfer.files.length > 0) xem(event.dataTransfer.files[0]);
});

if (nhan) {
  document.getElementById("nhan-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const khoa = event.target.elements.khoa.value;
    const so = new URLSearchParams({ so: goc.dataset.so, cq: goc.dataset.cq, khoa });
    try {
      const tra = await gui("/api/nhan-ban-ky?" + so);
      nhan.hidden = true;
      const hop = noi(tra.tieu_de, tra.loi, "note");
      const link = document.createElement("a");
      link.href = "/so/mot?" + new URLSearchParams({ so: goc.dataset.so, cq: goc.dataset.cq });
      link.className = "nut";
      link.textContent = "Xem số này";
      hop.append(link);
      link.focus();
    } catch (error) {
      hong(error);
    }
  });
}
