import { type ArgumentWatch, watchArguments } from '../argumentWatch.ts';
import { at, comment, fault, find, HOLE, hasHole } from '../scan.ts';
import { type BuiltinWatch, DECLARES, watchBuiltin } from './builtins.ts';
import { conditional } from './conditional.ts';
import { arithmetic } from './expansion.ts';
import { type HereDocument, readBodies, readDelimiter } from './hereDocument.ts';
import { ARITHMETIC, LOST_DOCUMENT, NAME } from './messages.ts';
import { giveUp, matchEnd, next, type Sh } from './state.ts';
import { readWord, type Word } from './word.ts';
