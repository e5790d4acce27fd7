import type { KeyArn } from '../identifiers/aws';
import { jsonText } from '../shellQuote';
import { getKeyPolicy, policyFile, putKeyPolicy, type AwsGrant } from './aws';
import { renderCall, type Layout } from './command';

/** Reads the policy of the key into a file, in a POSIX shell. */
export function savePolicyPosix(arn: KeyArn, layout: Layout): string {
  return `${renderCall(getKeyPolicy(arn), 'posix', layout)} > ${policyFile}`;
}

/** The same in PowerShell, whose `>` writes UTF-16 in 5.1, which `aws` does not read. */
export function savePolicyPowerShell(arn: KeyArn, layout: Layout): string {
  const read = `$keyPolicy = ${renderCall(getKeyPolicy(arn), 'powershell', layout)}`;
  const write = `if ($keyPolicy) { [IO.File]::WriteAllLines((Join-Path $PWD '${policyFile}'), [string[]]$keyPolicy) }`;
  return layout === 'oneLine' ? `${read}; ${write}` : `${read}\n${write}`;
}

/** The commands for a POSIX shell; with a merged policy, they put that one, and ask for nothing in between. */
export function awsPosix(grant: AwsGrant, arn: KeyArn, merged: string | undefined): string {
  const put = renderCall(putKeyPolicy(arn), 'posix', 'lines');
  // No line of indented JSON is this word: texts have quotes around them, and no line break in them.
  if (merged !== undefined) return `cat > ${policyFile} <<'END_OF_POLICY'\n${merged}END_OF_POLICY\n${put}\n`;
  return betweenComments(grant, savePolicyPosix(arn, 'lines'), put);
}

export function awsPowerShell(grant: AwsGrant, arn: KeyArn, merged: string | undefined): string {
  const put = renderCall(putKeyPolicy(arn), 'powershell', 'lines');
  if (merged === undefined) return betweenComments(grant, savePolicyPowerShell(arn, 'lines'), put);
  // No line of indented JSON starts with a quote of PowerShell.
  return `[IO.File]::WriteAllText((Join-Path $PWD '${policyFile}'), @'\n${merged}'@)\n${put}\n`;
}

function betweenComments(grant: AwsGrant, save: string, put: string): string {
  const texts = grant.statements.map(statement => jsonText(statement).trimEnd());
  const statements = texts.join(',\n').split('\n');
  return [
    '# 1. Save the policy that the key has, and keep a copy of it.',
    save,
    '',
    `# 2. Add these to the "Statement" list in ${policyFile}, and keep what is there:`,
    ...statements.map(line => `#    ${line}`),
    '',
    '# 3. Put it back. This replaces the whole policy.',
    put,
    '',
  ].join('\n');
}
