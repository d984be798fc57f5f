export const wrap = (task) => (context) => task(context);
