@rem What `exec` is to a POSIX shell: npm scripts begin with it, so that npm's signals reach the command itself.
@%*
