/* interrupt MILLISECONDS PROGRAM WORD…: starts a program in a group of its own and sends it Ctrl+Break, which a console
 * sends as it sends Ctrl+C; ends with its code, or with 250 where the system can't send it. */
#include <stdio.h>
#include <windows.h>
int wmain(int count, wchar_t **words) {
    static wchar_t line[32000];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION child;
    DWORD code = 251;
    if (count < 3) return 2;
    if (!GetConsoleWindow() && !AllocConsole()) fprintf(stderr, "no console\n");
    for (int i = 2; i < count; i++) {
        wcscat(line, L"\"");
        wcscat(line, words[i]);
        wcscat(line, L"\" ");
    }
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_NEW_PROCESS_GROUP, NULL, NULL, &start, &child)) return 3;
    Sleep(_wtoi(words[1]));
    if (!GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, child.dwProcessId)) {
        TerminateProcess(child.hProcess, 1);
        return 250;
    }
    if (WaitForSingleObject(child.hProcess, 60000) != WAIT_OBJECT_0) TerminateProcess(child.hProcess, 252);
    GetExitCodeProcess(child.hProcess, &code);
    return (int)code;
}
