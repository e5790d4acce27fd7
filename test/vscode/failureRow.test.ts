import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ApiError } from '../../src/api/errors';
import { treeItemOf } from '../../src/tree/treeItems';
import { loadedKeys, someKey } from '../factories';
import { modelOf } from '../tree/modelOf';

/** The first row of an organization whose last refresh failed, and whose keys are of `loadedAt`. */
function failureRow(loadedAt: Date) {
  const failure = new ApiError('unreachable', {});
  const one = loadedKeys('one', [someKey('a')], { failure, loadedAt: loadedAt.getTime() });
  const model = modelOf({ one });
  const [node] = model.children(undefined);
  assert.ok(node);
  const { label, description, tooltip, accessibilityInformation } = treeItemOf(node, model);
  assert.ok(tooltip instanceof vscode.MarkdownString);
  return {
    label,
    description: String(description),
    tooltip: tooltip.value,
    spoken: accessibilityInformation?.label ?? '',
  };
}

describe('the row of a refresh that failed', () => {
  it('says first how old the keys are, then why, also to who hears it', () => {
    const { label, description, tooltip, spoken } = failureRow(new Date(2026, 0, 2, 15, 4));
    assert.equal(label, 'Refresh failed');
    assert.match(description, /^Keys of Jan 2, 2026, 3:04\sPM\. The endpoint cannot be reached\.$/);
    assert.match(tooltip, /Keys as of: Jan 2\\, 2026\\, 3\\:04/);
    assert.ok(spoken.startsWith(`Refresh failed. ${description} `));
  });

  it('says of keys of today no date', () => {
    const today = new Date();
    today.setHours(0, 5, 0, 0);
    assert.match(failureRow(today).description, /^Keys of 12:05\sAM\. /);
  });
});
