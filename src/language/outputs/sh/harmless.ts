/**
 * Commands that leave no outputs by themselves: they start nothing of the author's, and know nothing of Flow.
 * Anything else, `npm test` or `make`, may come to a program that does.
 */
const HARMLESS = new Set(
  (
    ': [ alias awk b2sum base32 base64 basename bc break bunzip2 bzip2 cal cat cd chgrp chmod chown cksum clear cmp comm ' +
    'continue cp csplit curl cut date dd declare df diff dig dirname du echo egrep exit expand export expr factor false ' +
    'fgrep file fmt fold free gawk getopts git grep gunzip gzip head hexdump hostname id ifconfig install join jobs jq kill less ' +
    'let link ln local logname ls lsof md5sum mkdir mkfifo mktemp more mv nl nproc numfmt od openssl paste pathchk ping ' +
    'popd pr printenv printf ps pushd pwd read readlink readonly realpath return rev rm rmdir rsync scp sed seq set ' +
    'sha1sum sha256sum sha512sum shasum shift shopt shred shuf sleep sort split stat strings stty sum sync tac tail tar ' +
    'tee test touch tr true truncate tsort tty type typeset ulimit umask unalias uname unexpand uniq unlink unset unxz ' +
    'unzip uptime uuidgen wait wc wget which who whoami xxd xz yes yq zcat zip zstd'
  ).split(' '),
);

export function isHarmless(name: string): boolean {
  return HARMLESS.has(name);
}

/** Those that write nothing to their standard output, whatever they are given. */
export const SILENT: ReadonlySet<string> = new Set(
  ': [ break cd chgrp chmod chown continue declare exit export false kill ln local mkdir mv readonly return rm rmdir set shift shopt sleep sync test touch true umask unset wait'.split(
    ' ',
  ),
);

/** Those that may be given the outputs file without adding to it. */
export const READERS: ReadonlySet<string> = new Set(
  '[ cat chmod export grep head ls sort stat tail test touch wc'.split(' '),
);
