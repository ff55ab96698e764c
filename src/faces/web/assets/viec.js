// The pages of acts: today's day at a click, since the program itself has no clock of its own; one click is one act.

const ngay = document.getElementById("ngay");
const nam = document.getElementById("nam");

function nut(o, giaTri, chu) {
  const moi = document.createElement("button");
  moi.type = "button";
  moi.className = "nho hom-nay";
  moi.textContent = chu;
  moi.addEventListener("click", () => { o.value = giaTri; o.focus(); });
  o.after(moi);
}

const nay = new Date();
const homNay = nay.getDate() + "/" + (nay.getMonth() + 1) + "/" + nay.getFullYear();
if (ngay) nut(ngay, homNay, "Hôm nay " + homNay);
if (nam && nam.tagName === "INPUT") nut(nam, String(nay.getFullYear()), "Năm nay " + nay.getFullYear());

// What was shown belongs to the day, number and paper that it was shown for; for others the program shows it anew.
for (const form of document.querySelectorAll("form")) {
  const hien = form.elements.hien;
  const chinh = form.querySelector("button.chinh");
  if (!hien || !chinh) continue;
  const chu = chinh.textContent;
  const nay = () => ["van_ban", "ngay", "so"].map((ten) => (form.elements[ten] ? form.elements[ten].value.trim() : "")).join("|");
  form.addEventListener("input", () => { chinh.textContent = nay() === hien.value ? chu : "Xem rồi phát hành"; });
}
