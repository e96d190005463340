using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>The value of a number counts, and not how JSON writes it.</summary>
public sealed class VariableNumberTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("2.0", 2)]
    [InlineData("1e0", 1)]
    [InlineData("1E2", 100)]
    [InlineData("120e-1", 12)]
    [InlineData("-0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("-2147483648.0", int.MinValue)]
    [InlineData("2.147483647e9", int.MaxValue)]
    public async Task A_number_without_a_fractional_part_is_an_integer(string number, int value)
    {
        Assert.Equal(
            value,
            (await AskAsync("query ($v: Int!) { echo(number: $v) }", number)).Succeeds().At("echo").GetInt32()
        );
        Assert.Equal(
            value,
            (await AskAsync("mutation ($v: LendInput!) { lend(input: $v) }", $$"""{"days":{{number}}}"""))
                .Succeeds()
                .At("lend")
                .GetInt32()
        );
        Assert.Equal(
            "",
            (
                await AskAsync(
                    "query ($v: BookFilterInput) { books(where: $v) { totalCount } }",
                    $$$"""{"pages":{"in":[{{{number}}},1]},"copies":{"gt":{{{number}}}},"weight":{"gt":{{{number}}}}}"""
                )
            ).Code
        );
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("2147483648")]
    [InlineData("2147483648.0")]
    [InlineData("-2147483649")]
    [InlineData("9223372036854775808")]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    public async Task A_fraction_or_a_number_out_of_range_is_refused_for_an_Int(string number)
    {
        Assert.Equal(ErrorCodes.BadUserInput, (await AskAsync("query ($v: Int!) { echo(number: $v) }", number)).Code);
        Assert.Equal(
            ErrorCodes.BadUserInput,
            (await AskAsync("mutation ($v: LendInput!) { lend(input: $v) }", $$"""{"days":{{number}}}""")).Code
        );
    }

    [Theory]
    [InlineData("9223372036854775807", "")]
    [InlineData("-9223372036854775808", "")]
    [InlineData("9007199254740993", "")]
    [InlineData("9223372036854775808", ErrorCodes.BadUserInput)]
    [InlineData("-9223372036854775809", ErrorCodes.BadUserInput)]
    [InlineData("1e30", ErrorCodes.BadUserInput)]
    [InlineData("0.5", ErrorCodes.BadUserInput)]
    [InlineData("1e400", ErrorCodes.BadRequest)]
    public async Task A_Long_has_64_bits(string number, string code) =>
        Assert.Equal(
            code,
            (await AskAsync("query ($v: Long) { books(where: { copies: { gt: $v } }) { totalCount } }", number)).Code
        );

    [Theory]
    [InlineData("1e300")]
    [InlineData("-12345678901234567890")]
    [InlineData("4.9e-324")]
    public async Task A_Float_takes_any_finite_number(string number) =>
        Assert.Equal(
            "",
            (await AskAsync("query ($v: Float) { books(where: { weight: { gt: $v } }) { totalCount } }", number)).Code
        );

    [Theory]
    [InlineData("4")]
    [InlineData("4.0")]
    [InlineData("12345678901234567890")]
    [InlineData("1e300")]
    public async Task An_ID_may_be_an_integer_and_then_finds_nothing(string number) =>
        Assert.Equal(ErrorCodes.InvalidId, (await AskAsync("query ($v: ID!) { node(id: $v) { id } }", number)).Code);

    private Task<Answer> AskAsync(string query, string value) =>
        library.PostAsync(
            $$$"""{"query":{{{System.Text.Json.JsonSerializer.Serialize(query)}}},"variables":{"v":{{{value}}}}}"""
        );
}
