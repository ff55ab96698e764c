/* What the window and its resource both name. */
#define TITLE L"Văn thư"
#define WINDOW 100
#define AGAIN 101
#define STOP 2 /* IDCANCEL: also the cross and Esc */
#define ENDED 200
#define NO_START 201
