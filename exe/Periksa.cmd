@echo off
rem Memeriksa satu folder daftar dan membuka laporannya. Dua cara memakainya:
rem   1. salin berkas ini ke folder daftar, lalu klik dua kali;
rem   2. seret folder daftar ke atas berkas ini.
rem Checks one roster folder and opens its report: double click it inside the folder, or drop the
rem folder on it. No data leaves this computer.
setlocal
chcp 65001 >nul

rem The program: beside this file, in a folder "adhoc" near it, where it is usually put, on the PATH.
set "PROGRAM=%~dp0adhoc.exe"
if exist "%PROGRAM%" goto found
set "PROGRAM=%~dp0adhoc\adhoc.exe"
if exist "%PROGRAM%" goto found
set "PROGRAM=%~dp0..\adhoc\adhoc.exe"
if exist "%PROGRAM%" goto found
set "PROGRAM=%LOCALAPPDATA%\Programs\adhoc\adhoc.exe"
if exist "%PROGRAM%" goto found
set "PROGRAM=%SystemDrive%\adhoc\adhoc.exe"
if exist "%PROGRAM%" goto found
for %%P in (adhoc.exe) do set "PROGRAM=%%~$PATH:P"
if defined PROGRAM goto found
echo Program adhoc tidak ditemukan. Letakkan folder adhoc di "%LOCALAPPDATA%\Programs\adhoc".
set "CODE=2"
goto end

rem The roster: the folder that was dropped, that of a file that was dropped, or this file's own.
rem A path that ends in a backslash would take the quote behind it along: hence the dot.
:found
set "ROSTER=%~dp0."
if "%~1"=="" goto roster
set "ROSTER=%~dp1."
if exist "%~1\" set "ROSTER=%~1\."
:roster
if exist "%ROSTER%\kecamatan.csv" goto check
echo Di folder "%ROSTER%" tidak ada kecamatan.csv, jadi ini bukan folder daftar.
echo Seret folder daftar ke atas Periksa.cmd, atau salin Periksa.cmd ke folder itu lalu klik dua kali.
set "CODE=2"
goto end

:check
"%PROGRAM%" check "%ROSTER%"
set "CODE=%ERRORLEVEL%"
rem 0 and 1 are results; from 2 on there is none, and the screen says why.
if %CODE% GEQ 2 goto end
"%PROGRAM%" report "%ROSTER%" -o "%ROSTER%\laporan.html" --fail-on never
if errorlevel 1 goto unreported
start "" "%ROSTER%\laporan.html"
goto end
:unreported
set "CODE=%ERRORLEVEL%"

:end
echo.
pause
exit /b %CODE%
