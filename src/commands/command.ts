type CommandId = `byok.${string}`;

/** What a command needs to be registered. The id is written here once; package.json has it for the palette and menus. */
export interface Command<Id extends CommandId = CommandId> {
  readonly id: Id;
  /** From a menu of the tree: the row, and then all selected rows. From elsewhere: what package.json's readers pass. */
  run(...args: readonly unknown[]): unknown;
}
