/* shell PROGRAM WORD…: runs a program in this console and ends with its code, as the shell of Windows does, which stays when
 * Ctrl+C is pressed; that of Wine goes. */
#include <windows.h>
static BOOL WINAPI stay(DWORD event) {
    return event == CTRL_C_EVENT;
}
int wmain(int count, wchar_t **words) {
    static wchar_t line[32000];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION child;
    DWORD code;
    SetConsoleCtrlHandler(stay, TRUE);
    for (int i = 1; i < count; i++) {
        wcscat(line, L"\"");
        wcscat(line, words[i]);
        wcscat(line, L"\" ");
    }
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &child)) return 250;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
    return (int)code;
}
