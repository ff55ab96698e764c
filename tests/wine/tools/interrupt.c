/* interrupt MILLISECONDS PROGRAM WORD…: starts a program with a console of its own and sends it Ctrl+C; ends with its code, or
 * with 250 where the system can't send it. */
#include <windows.h>
static BOOL WINAPI deaf(DWORD event) { return event == CTRL_C_EVENT; }
int wmain(int count, wchar_t **words) {
    static wchar_t line[32000];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION child;
    DWORD code = 251;
    if (count < 3) return 2;
    for (int i = 2; i < count; i++) {
        wcscat(line, L"\"");
        wcscat(line, words[i]);
        wcscat(line, L"\" ");
    }
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &start, &child)) return 3;
    Sleep(_wtoi(words[1]));
    FreeConsole();
    BOOL sent = AttachConsole(child.dwProcessId) && SetConsoleCtrlHandler(deaf, TRUE) && GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0);
    if (!sent) TerminateProcess(child.hProcess, 250);
    if (WaitForSingleObject(child.hProcess, 120000) != WAIT_OBJECT_0) TerminateProcess(child.hProcess, 252);
    GetExitCodeProcess(child.hProcess, &code);
    return (int)code;
}
