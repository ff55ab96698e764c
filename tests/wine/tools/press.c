/* press TITLE NUMBER: presses a button of a window, waiting for it up to ten minutes. */
#include <windows.h>
int wmain(int count, wchar_t **words) {
    if (count != 3) return 2;
    HWND window = NULL;
    for (int wait = 0; wait < 6000 && !(window = FindWindowW(NULL, words[1])); wait++) Sleep(100);
    if (!window) return 1;
    PostMessageW(window, WM_COMMAND, _wtoi(words[2]), 0);
    return 0;
}
