import type { Log } from '../../src/log';

export const silentLog: Log = { error() {}, warn() {}, info() {}, debug() {} };
