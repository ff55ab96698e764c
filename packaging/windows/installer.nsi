; The offline installer, for the user alone: no administrator's rights. Called by packaging/windows/make with
; VERSION, STAGE (the unpacked folder), OUTFILE and, where the program has the verb, SERVE.
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
Icon "${STAGE}/vanthu.ico"
UninstallIcon "${STAGE}/vanthu.ico"
BrandingText "vanthu ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Văn thư"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Bộ cài Văn thư"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\vanthu"
!define PAPERS "$DOCUMENTS\Văn thư"

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
  SetOutPath "$INSTDIR"
  File /r "${STAGE}/*.*"
  CreateDirectory "${PAPERS}"
  WriteRegStr HKCU "Software\vanthu" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Văn thư"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\vanthu.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\go-cai-dat.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteUninstaller "$INSTDIR\go-cai-dat.exe"

  CreateDirectory "$SMPROGRAMS\Văn thư"
  SetOutPath "${PAPERS}"
!ifdef SERVE
  CreateShortCut "$SMPROGRAMS\Văn thư\Văn thư.lnk" "$INSTDIR\vanthu.exe" 'serve "${PAPERS}"' "$INSTDIR\vanthu.exe" 0
!else
  ; The page in the browser isn't there yet: the folder of the papers opens.
  CreateShortCut "$SMPROGRAMS\Văn thư\Văn thư.lnk" "${PAPERS}" "" "$INSTDIR\vanthu.exe" 0
!endif
  ; PATH stays as it is: an installer that writes it may cut a long one. This window has its own.
  CreateShortCut "$SMPROGRAMS\Văn thư\Gõ lệnh vanthu.lnk" "$SYSDIR\cmd.exe" '/k "$INSTDIR\mo-lenh.cmd"' "$INSTDIR\vanthu.exe" 0
  CreateShortCut "$SMPROGRAMS\Văn thư\Hướng dẫn cài đặt.lnk" "$INSTDIR\HUONG-DAN.txt"
  CreateShortCut "$SMPROGRAMS\Văn thư\Gỡ cài đặt.lnk" "$INSTDIR\go-cai-dat.exe"
SectionEnd

Section /o "Gợi ý khoá trong VS Code"
  SetOutPath "${PAPERS}\.vscode"
  ; What the user has set up already stays.
  IfFileExists "${PAPERS}\.vscode\settings.json" kept
  FileOpen $0 "${PAPERS}\.vscode\settings.json" w
  FileClose $0
  CopyFiles /SILENT "$INSTDIR\vscode\settings.json" "${PAPERS}\.vscode"
kept:
  CopyFiles /SILENT "$INSTDIR\luoc-do\*.json" "${PAPERS}\.vscode"
SectionEnd

; The user's papers are no part of the program and stay.
Section "Uninstall"
  RMDir /r "$SMPROGRAMS\Văn thư"
  RMDir /r "$INSTDIR\luoc-do"
  RMDir /r "$INSTDIR\vscode"
  RMDir /r "$INSTDIR\giay-phep"
  Delete "$INSTDIR\vanthu.exe"
  Delete "$INSTDIR\vanthu.ico"
  Delete "$INSTDIR\mo-lenh.cmd"
  Delete "$INSTDIR\HUONG-DAN.txt"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\go-cai-dat.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\vanthu"
SectionEnd
