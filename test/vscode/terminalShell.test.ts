import assert from 'node:assert/strict';
import { shellOf } from '../../src/grants/terminalShell';

describe('the shell of a terminal', () => {
  const cases: readonly (readonly [path: string, name: string, reads: string | undefined])[] = [
    ['/bin/bash', 'bash', 'posix'],
    ['/usr/bin/zsh', 'zsh', 'posix'],
    ['/bin/sh', 'sh', 'posix'],
    ['C:\\Program Files\\Git\\bin\\bash.exe', 'bash', 'posix'],
    ['C:\\Program Files\\PowerShell\\7\\pwsh.exe', 'pwsh', 'powershell'],
    ['C:\\WINDOWS\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', 'powershell', 'powershell'],
    ['/usr/bin/pwsh-preview', 'pwsh-preview', 'powershell'],
    // They read neither: an exclamation mark, a caret or a dollar sign means something else there.
    ['C:\\WINDOWS\\System32\\cmd.exe', 'cmd', undefined],
    ['/usr/bin/fish', 'fish', undefined],
    ['/usr/bin/nu', 'nu', undefined],
    ['/bin/tcsh', 'tcsh', undefined],
    ['', '', undefined],
  ];
  for (const [path, name, reads] of cases)
    it(`at "${path}" reads ${reads ?? 'neither'}`, () => {
      assert.deepEqual(shellOf(path), { name, reads });
    });
});
