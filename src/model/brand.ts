declare const brand: unique symbol;

/** A string that only one function makes: `Brand<string, "Address">` is an address, a bare string is not. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
