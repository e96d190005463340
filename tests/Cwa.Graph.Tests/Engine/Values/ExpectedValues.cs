namespace Cwa.Graph.Tests.Engine;

/// <summary>Values that do not fit, and the message that says what is expected instead.</summary>
internal static class ExpectedValues
{
    public const string WholeNumber = "a whole number from -2147483648 to 2147483647, such as 12.",
        LongNumber = "a whole number from -9223372036854775808 to 9223372036854775807, such as 12.",
        Instant = "an instant with an offset and at most seven decimals, such as 1998-11-15T16:14:00-05:00.";

    /// <summary>A field with a literal, and the message.</summary>
    public static TheoryData<string, string> Literals { get; } =
        new()
        {
            { "echo(number: 2.0)", "`number`: '2.0' is not " + WholeNumber },
            { "echo(number: \"2\")", "`number`: '2' is not " + WholeNumber + " Write 2 without quotation marks." },
            { "echo(number: \"two\")", "`number`: 'two' is not " + WholeNumber },
            { "echo(number: 2147483648)", "`number`: '2147483648' is not " + WholeNumber },
            { "echo(number: null)", "`number` must not be null: give " + WholeNumber },
            { "echo", "`echo` requires the argument `number`: give " + WholeNumber },
            { "echo(number: 1) @skip", "`@skip` requires the argument `if`: give true or false." },
            { "echo(number: 1, text: 5)", "`text`: '5' is not a string in quotation marks, such as \"Reno\"." },
            { "books(where: 5) { totalCount }", "`where`: '5' is not an object such as { and: … }." },
            {
                "books(where: { publishedOn: { eq: \"1998-2-3\" } }) { totalCount }",
                "`where.publishedOn.eq`: '1998-2-3' is not a day such as 1998-04-21."
            },
            {
                "books(where: { publishedOn: { in: [\"1998-02-03\", \"1998-02-30\"] } }) { totalCount }",
                "`where.publishedOn.in.1`: '1998-02-30' is not a day such as 1998-04-21."
            },
            {
                "books(where: { publishedOn: { in: [null] } }) { totalCount }",
                "`where.publishedOn.in.0` must not be null: give a day such as 1998-04-21."
            },
            {
                "books(updatedSince: \"1998-11-15T16:14:00\") { totalCount }",
                "`updatedSince`: '1998-11-15T16:14:00' is not " + Instant
            },
            {
                "books(updatedSince: \"1998-11-15T16:14:00.123456789Z\") { totalCount }",
                "`updatedSince`: '1998-11-15T16:14:00.123456789Z' is not " + Instant
            },
            {
                "books(where: { copies: { gt: \"12\" } }) { totalCount }",
                "`where.copies.gt`: '12' is not " + LongNumber + " Write 12 without quotation marks."
            },
            {
                "books(where: { weight: { gt: \"1.5\" } }) { totalCount }",
                "`where.weight.gt`: '1.5' is not a number such as 12.5. Write 1.5 without quotation marks."
            },
            {
                "books(where: { copies: { gt: 9223372036854775808 } }) { totalCount }",
                "`where.copies.gt`: '9223372036854775808' is not " + LongNumber
            },
            {
                "books(where: { weight: { gt: HEAVY } }) { totalCount }",
                "`where.weight.gt`: 'HEAVY' is not a number such as 12.5."
            },
            {
                "books(where: { isLent: { eq: \"true\" } }) { totalCount }",
                "`where.isLent.eq`: 'true' is not true or false. Write true without quotation marks."
            },
            {
                "books(where: { genre: { eq: \"PROSE\" } }) { totalCount }",
                "`where.genre.eq`: 'PROSE' is not one of POETRY, PROSE, DRAMA. Write PROSE without quotation marks."
            },
            {
                "books(order: [{ title: ASC, genre: DESC }]) { totalCount }",
                "`order.0` takes exactly one of addedAt, publishedOn, title, genre, copies, and not null. "
                    + "In a list, give each in an object of its own."
            },
            {
                "key(by: {})",
                "`by` takes exactly one of title, number, code, and not null. "
                    + "In a list, give each in an object of its own."
            },
            {
                "node(id: 1.5) { id }",
                "`id`: '1.5' is not an id such as \"QWdlbmN5OjE\", in quotation marks, as a field `id` returned it."
            },
        };

    /// <summary>The type of a variable, the field that uses it, its value, and the message.</summary>
    public static TheoryData<string, string, string, string> Variables { get; } =
        new()
        {
            { "Int!", "echo(number: $v)", "1.5", "`v`: '1.5' is not " + WholeNumber },
            {
                "Int!",
                "echo(number: $v)",
                "\"2\"",
                "`v`: '2' is not " + WholeNumber + " Write 2 without quotation marks."
            },
            { "Int!", "echo(number: $v)", "1e20", "`v`: '100000000000000000000' is not " + WholeNumber },
            { "Int!", "echo(number: $v)", "null", "`v` must not be null: give " + WholeNumber },
            {
                "Int = 1",
                "echo(number: $v)",
                "null",
                "`v` must not be null where it is used: "
                    + "give a whole number from -2147483648 to 2147483647, such as 12, or leave it out."
            },
            {
                "Int = 1",
                "books(where: { pages: { in: [2, $v] } }) { totalCount }",
                "null",
                "`v` must not be null where it is used: "
                    + "give a whole number from -2147483648 to 2147483647, such as 12, or leave it out."
            },
            {
                "String",
                "echo(number: 1, text: $v)",
                "true",
                "`v`: 'true' is not a string in quotation marks, such as \"Reno\"."
            },
            {
                "BookFilterInput",
                "books(where: $v) { totalCount }",
                "[]",
                "`v`: '[ … ]' is not an object such as { and: … }."
            },
            {
                "BookFilterInput",
                "books(where: $v) { totalCount }",
                "{\"and\":[null]}",
                "`v.and.0` must not be null: give an object such as { and: … }."
            },
            {
                "[BookSortInput!]",
                "books(order: $v) { totalCount }",
                "[{\"title\":\"UP\"}]",
                "`v.0.title`: 'UP' is not one of ASC, DESC."
            },
            {
                "BookKey!",
                "key(by: $v)",
                "{\"title\":\"a\",\"number\":1}",
                "`v` takes exactly one of title, number, code, and not null. "
                    + "In a list, give each in an object of its own."
            },
            {
                "DateTime",
                "books(updatedSince: $v) { totalCount }",
                "\"1998-11-15T16:14:00\"",
                "`v`: '1998-11-15T16:14:00' is not " + Instant
            },
            {
                "ID!",
                "node(id: $v) { id }",
                "true",
                "`v`: 'true' is not an id such as \"QWdlbmN5OjE\", in quotation marks, as a field `id` returned it."
            },
        };
}
