export default async ({ with: { batch, of } }) => ({ mask: `${batch} of ${of}` });
