interface Given {
  readonly with: { readonly n: number };
}

export default async function typed({ with: { n } }: Given): Promise<{ doubled: number }> {
  return { doubled: n * 2 };
}
