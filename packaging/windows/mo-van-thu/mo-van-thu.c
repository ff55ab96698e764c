/* "Văn thư" of the Start menu: starts vanthu.exe without a console, which opens the page in the browser, and stands by as a
 * small window that opens the page again or stops it. A folder that is dropped on it is opened instead of the usual one. */
#include <windows.h>
#include "mo-van-thu.h"

enum { LOOK = 1, LOOK_MS = 500, END_MS = 6000, WORDS = 4096, ROOM = 1 << 20, LINE = 32000 };

static const wchar_t *folder;       /* as it was handed over; empty for the usual one */
static HANDLE process, words;       /* the program, and where it says what is wrong */
static HANDLE job;                  /* ends the program with this one, however that ends; not the browser that it starts */

static BOOL command_line(wchar_t *line) {
    wchar_t own[LINE];
    DWORD length = GetModuleFileNameW(NULL, own, LINE);
    while (length && own[length - 1] != L'\\') length--;
    own[length] = 0;
    if (length + wcslen(folder) + 64 > LINE) return FALSE;
    wcscpy(line, L"\"");
    wcscat(line, own);
    wcscat(line, L"vanthu.exe\" serve ");
    wcscat(line, *folder ? folder : L"--tai-lieu");
    return TRUE;
}

static BOOL open_page(void) {
    static wchar_t line[LINE];
    SECURITY_ATTRIBUTES handed_on = {sizeof handed_on, NULL, TRUE};
    STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION child;
    if (!command_line(line) || !CreatePipe(&words, &start.hStdError, &handed_on, ROOM)) return FALSE;
    SetHandleInformation(words, HANDLE_FLAG_INHERIT, 0);
    start.hStdOutput = start.hStdError;
    start.hStdInput = CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &handed_on, OPEN_EXISTING, 0, NULL);
    BOOL started = CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &start, &child);
    CloseHandle(start.hStdError);
    CloseHandle(start.hStdInput);
    if (!started) return FALSE;
    AssignProcessToJobObject(job, child.hProcess);
    CloseHandle(child.hThread);
    process = child.hProcess;
    return TRUE;
}

static BOOL WINAPI deaf(DWORD event) {
    (void)event;
    return TRUE;
}

/* Ctrl+C lets it finish what it is writing; who doesn't hear it is ended. */
static void stop_page(void) {
    if (AttachConsole(GetProcessId(process))) {
        SetConsoleCtrlHandler(deaf, TRUE);
        GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0);
    }
    if (WaitForSingleObject(process, END_MS) != WAIT_OBJECT_0) TerminateProcess(process, 1);
    FreeConsole();
    CloseHandle(process);
    CloseHandle(words);
}

static void text(HWND owner, UINT id, UINT flags, const wchar_t *more) {
    static wchar_t shown[WORDS * 2];
    LoadStringW(NULL, id, shown, WORDS);
    wcscat(shown, more);
    MessageBoxW(owner, shown, TITLE, flags);
}

/* It ended by itself: what it said is all that there is to show. */
static void show_words(HWND owner) {
    static char said[WORDS];
    static wchar_t wide[WORDS];
    DWORD length = 0;
    PeekNamedPipe(words, said, WORDS - 1, &length, NULL, NULL);
    wide[MultiByteToWideChar(CP_UTF8, 0, said, (int)length, wide, WORDS - 1)] = 0;
    text(owner, ENDED, MB_ICONERROR, wide);
}

static INT_PTR CALLBACK window(HWND self, UINT message, WPARAM what, LPARAM more) {
    (void)more;
    switch (message) {
    case WM_INITDIALOG:
        SendMessageW(self, WM_SETICON, ICON_BIG, (LPARAM)LoadIconW(GetModuleHandleW(NULL), MAKEINTRESOURCEW(1)));
        SetTimer(self, LOOK, LOOK_MS, NULL);
        return TRUE;
    case WM_TIMER:
        if (WaitForSingleObject(process, 0) != WAIT_OBJECT_0) return TRUE;
        KillTimer(self, LOOK);
        show_words(self);
        EndDialog(self, 1);
        return TRUE;
    case WM_COMMAND:
        if (LOWORD(what) != AGAIN && LOWORD(what) != STOP) return FALSE;
        KillTimer(self, LOOK);
        stop_page();
        if (LOWORD(what) == AGAIN && open_page()) SetTimer(self, LOOK, LOOK_MS, NULL);
        else EndDialog(self, 0);
        return TRUE;
    }
    return FALSE;
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, wchar_t *line, int show) {
    (void)none;
    (void)show;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limit = {
        .BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK};
    folder = line;
    job = CreateJobObjectW(NULL, NULL);
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limit, sizeof limit);
    if (!open_page()) {
        text(NULL, NO_START, MB_ICONERROR, L"");
        return 2;
    }
    INT_PTR ended = DialogBoxParamW(self, MAKEINTRESOURCEW(WINDOW), NULL, window, 0);
    /* Without a screen the page stays until it ends by itself. */
    if (ended == -1) WaitForSingleObject(process, INFINITE);
    return (int)ended;
}
