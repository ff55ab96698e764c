// Phím: what each key does, the same as in Word where Word has one.

import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { goToNextCell } from 'prosemirror-tables';
import { luocDo } from '../luoc_do.js';
import { chenChuThich, datCanh, datCap, haDeMuc, veDau, xoaDau, xuongDong } from './lenh_doan.js';
import { hangMoi } from './lenh_bang.js';
import { chanCuoi, chanDau } from './xoa.js';
import { lenhChinh } from './thanh_nut.js';

const { marks } = luocDo;

const xuongTrongMa = (state, dispatch) => {
  if (!state.selection.$from.parent.type.spec.code) return false;
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
};

export function cacPhim(khung) {
  const rieng = {
    'Mod-z': khung.hoanTac, 'Mod-y': khung.lamLai, 'Mod-Shift-z': khung.lamLai,
    'Mod-b': toggleMark(marks.dam), 'Mod-i': toggleMark(marks.nghieng),
    'Mod-j': datCanh(null), 'Mod-e': datCanh('giua'), 'Mod-r': datCanh('phai'), 'Mod-l': lenhChinh.canhTrai,
    'Mod-Enter': chainCommands(exitCode, veDau, lenhChinh.chenSangTrang), 'Mod-Alt-f': chenChuThich,
    Escape: veDau,
    'Alt-F10': () => khung.thanhNut.toi(),
    Enter: chainCommands(xuongTrongMa, xuongDong), 'Shift-Enter': chainCommands(xuongTrongMa, xuongDong),
    Backspace: chainCommands(xoaDau, haDeMuc), 'Shift-Backspace': chainCommands(xoaDau, haDeMuc),
    Tab: chainCommands(goToNextCell(1), hangMoi), 'Shift-Tab': goToNextCell(-1),
  };
  for (let cap = 0; cap <= 5; cap += 1) rieng[`Mod-Alt-${cap}`] = datCap(cap);
  const bien = {};
  for (const bo of ['', 'Mod-', 'Shift-', 'Alt-']) Object.assign(bien, { [`${bo}Backspace`]: chanDau, [`${bo}Delete`]: chanCuoi });
  return [keymap(rieng), keymap(baseKeymap), keymap(bien)];
}
