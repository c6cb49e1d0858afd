import assert from 'node:assert/strict';
import { commandOf, isTextField, KEY_COMMANDS, KEY_NAMES, type KeyPress } from '#client/desk/keys.ts';

const press = (key: string, code: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

describe('desk: keys', () => {
  it('are the same in the Latin and in the Ukrainian layout', () => {
    const letters: [latin: string, ukrainian: string, code: string, command: string][] = [
      ['j', 'о', 'KeyJ', 'next'],
      ['k', 'л', 'KeyK', 'previous'],
      ['s', 'і', 'KeyS', 'step'],
      ['e', 'у', 'KeyE', 'assign'],
      ['r', 'к', 'KeyR', 'draft'],
      ['a', 'ф', 'KeyA', 'accept'],
      ['m', 'ь', 'KeyM', 'note'],
      ['c', 'с', 'KeyC', 'enter'],
    ];
    for (const [latin, ukrainian, code, command] of letters)
      for (const key of [latin, ukrainian]) assert.equal(commandOf(press(key, code)), command);
  });
  it('know signs by what they print, wherever a layout keeps them', () => {
    assert.equal(commandOf(press('.', 'Period')), 'reload');
    assert.equal(commandOf(press('.', 'Slash')), 'reload');
    assert.equal(commandOf(press('ю', 'Period')), null);
    assert.equal(commandOf(press('/', 'Slash')), 'search');
    assert.equal(commandOf(press('/', 'Backslash', { shiftKey: true })), 'search');
    assert.equal(commandOf(press('?', 'Slash', { shiftKey: true })), 'help');
    assert.equal(commandOf(press('?', 'Digit7', { shiftKey: true })), 'help');
    assert.equal(commandOf(press('Escape', 'Escape')), 'close');
  });
  it('leave the browser its own', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
      assert.equal(commandOf(press('r', 'KeyR', { [held]: true })), null);
    for (const [key, code] of [
      ['Enter', 'Enter'],
      ['Tab', 'Tab'],
      ['ArrowDown', 'ArrowDown'],
      ['q', 'KeyQ'],
    ] as const)
      assert.equal(commandOf(press(key, code)), null);
    assert.equal(commandOf(press('J', 'KeyJ', { shiftKey: true })), null);
  });
  it('are text in a field and commands elsewhere', () => {
    for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT'])
      assert.ok(isTextField({ tagName, isContentEditable: false }));
    assert.ok(isTextField({ tagName: 'DIV', isContentEditable: true }));
    for (const tagName of ['A', 'BUTTON', 'H2']) assert.ok(!isTextField({ tagName, isContentEditable: false }));
  });
  it('are each of one command', () => {
    assert.equal(new Set(Object.values(KEY_NAMES)).size, KEY_COMMANDS.length);
  });
});
