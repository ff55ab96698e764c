; The offline installer, for the user alone: no administrator's rights. Called by packaging/windows/make with
; VERSION, STAGE (the unpacked folder), ICON and OUTFILE.
Unicode true
; A program of 64 bits needs no installer of 32.
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off
RequestExecutionLevel user
Name "Văn thư ${VERSION}"
OutFile "${OUTFILE}"
InstallDir "$LOCALAPPDATA\Programs\vanthu"
InstallDirRegKey HKCU "Software\vanthu" "InstallDir"
Icon "${ICON}"
UninstallIcon "${ICON}"
BrandingText "vanthu ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Văn thư"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Bộ cài Văn thư"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\vanthu"

!include LogicLib.nsh
!include StrFunc.nsh
!include FileFunc.nsh
!include Sections.nsh
${StrStr}

; The folder of the papers: the one that `vanthu serve --tai-lieu` opens (src/machine/user_folders.rs).
Var Papers
Var Synced
!macro ElseHome NAME
  ${StrStr} $Synced "$DOCUMENTS\" "\${NAME}"
  ${If} $Synced != ""
    StrCpy $Papers "$PROFILE\Văn thư"
  ${EndIf}
!macroend

; Windows gives no other file the name of a program that runs: before anything is changed it has to end.
!macro WhileItRuns FILE
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${FILE}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Văn thư đang chạy. Hãy bấm Dừng ở cửa sổ Văn thư, đóng các cửa sổ gõ lệnh, rồi bấm Thử lại (Retry)." /SD IDCANCEL IDRETRY +3
      SetErrorLevel 2
      Abort "Văn thư đang chạy; chưa có gì thay đổi."
  ${Loop}
!macroend

LoadLanguageFile "${NSISDIR}/Contrib/Language files/Vietnamese.nlf"
LicenseData "${STAGE}/LICENSE.txt"
Page license
Page components
Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section "Chương trình"
  SectionIn RO
  !insertmacro WhileItRuns "vanthu.exe"
  !insertmacro WhileItRuns "mo-van-thu.exe"
  SetOutPath "$INSTDIR"
  File /r "${STAGE}/*.*"
  CreateDirectory "$Papers"
  WriteRegStr HKCU "Software\vanthu" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Văn thư"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\mo-van-thu.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\go-cai-dat.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteUninstaller "$INSTDIR\go-cai-dat.exe"

  CreateDirectory "$SMPROGRAMS\Văn thư"
  SetOutPath "$Papers"
  CreateShortCut "$SMPROGRAMS\Văn thư\Văn thư.lnk" "$INSTDIR\mo-van-thu.exe"
  ; PATH stays as it is: an installer that writes it may cut a long one. This window has its own.
  CreateShortCut "$SMPROGRAMS\Văn thư\Gõ lệnh vanthu.lnk" "$SYSDIR\cmd.exe" '/k "$INSTDIR\mo-lenh.cmd"' "$INSTDIR\vanthu.exe" 0
  CreateShortCut "$SMPROGRAMS\Văn thư\Hướng dẫn.lnk" "$INSTDIR\tai-lieu\huong-dan.txt"
  CreateShortCut "$SMPROGRAMS\Văn thư\Cài đặt và giữ gìn.lnk" "$INSTDIR\tai-lieu\cai-dat.txt"
  CreateShortCut "$SMPROGRAMS\Văn thư\Gỡ cài đặt.lnk" "$INSTDIR\go-cai-dat.exe"
SectionEnd

Section /o "Gợi ý khoá trong VS Code" VSCODE
  SetOutPath "$Papers\.vscode"
  ; What the user has set up already stays.
  IfFileExists "$Papers\.vscode\settings.json" kept
  FileOpen $0 "$Papers\.vscode\settings.json" w
  FileClose $0
  CopyFiles /SILENT "$INSTDIR\vscode\settings.json" "$Papers\.vscode"
kept:
  CopyFiles /SILENT "$INSTDIR\luoc-do\*.json" "$Papers\.vscode"
SectionEnd

Function .onInit
  StrCpy $Papers "$DOCUMENTS\Văn thư"
  !insertmacro ElseHome "OneDrive"
  !insertmacro ElseHome "Google Drive"
  !insertmacro ElseHome "Dropbox"
  ; For whoever installs on many machines: vanthu-…-cai-dat.exe /S /VSCODE
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/VSCODE" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${VSCODE}
  ${EndIf}
FunctionEnd

; The user's papers are no part of the program and stay.
Section "Uninstall"
  !insertmacro WhileItRuns "vanthu.exe"
  !insertmacro WhileItRuns "mo-van-thu.exe"
  RMDir /r "$SMPROGRAMS\Văn thư"
  RMDir /r "$INSTDIR\luoc-do"
  RMDir /r "$INSTDIR\vscode"
  RMDir /r "$INSTDIR\giay-phep"
  RMDir /r "$INSTDIR\tai-lieu"
  Delete "$INSTDIR\vanthu.exe"
  Delete "$INSTDIR\mo-van-thu.exe"
  Delete "$INSTDIR\mo-lenh.cmd"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\go-cai-dat.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\vanthu"
SectionEnd
