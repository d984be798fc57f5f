/** The run completed, the files are valid, the help was shown. */
export const COMPLETED = 0;

/** The run failed, or a file is invalid. */
export const FAILED = 1;

/** Wrong usage, or a file that can't be read or written: nothing was run. */
export const UNUSABLE = 2;

/** The run was cancelled by Ctrl-C. */
export const CANCELLED = 130;
