// Asks the program. Every answer that is no success becomes an error with words for the clerk.

async function read(answer) {
  if (answer.ok) return answer.json();
  let said = {};
  try { said = await answer.json(); } catch { /* no words of the program's own */ }
  const error = new Error(said.loi || "Chương trình không trả lời được (mã " + answer.status + ").");
  error.goiY = said.goi_y || "";
  throw error;
}

function unreachable(error) {
  if (error.goiY !== undefined) throw error;
  const lost = new Error("Chương trình đã đóng hoặc không trả lời.");
  lost.goiY = "Mở lại chương trình; những gì đã báo “Đã lưu” vẫn còn nguyên.";
  lost.matKetNoi = true;
  throw lost;
}

export function lay(path) {
  return fetch(path, { cache: "no-store" }).then(read).catch(unreachable);
}

export function gui(path, body) {
  const headers = { "content-type": "application/json" };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(body) }).then(read).catch(unreachable);
}

export function tao(ten, thuoc = {}, con = []) {
  const node = document.createElement(ten);
  for (const [khoa, giaTri] of Object.entries(thuoc)) {
    if (khoa === "text") node.textContent = giaTri;
    else if (khoa.startsWith("on")) node.addEventListener(khoa.slice(2), giaTri);
    else if (giaTri === true) node.setAttribute(khoa, "");
    else if (giaTri !== false && giaTri != null) node.setAttribute(khoa, giaTri);
  }
  node.append(...con);
  return node;
}
