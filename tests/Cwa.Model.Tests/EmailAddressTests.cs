namespace Cwa.Model.Tests;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("pat@ssa.gov")]
    [InlineData("p@a.b")]
    [InlineData("pat.o'neil+npr@field-office.ssa.gov")]
    [InlineData("josé@müller.de")]
    public void A_name_and_a_domain_with_one_at_sign_between_them_can_be_an_address(string text) =>
        Assert.True(EmailAddress.IsPlausible(text));

    [Theory]
    [InlineData("pat")]
    [InlineData("pat@")]
    [InlineData("@ssa.gov")]
    [InlineData("pat@ssa")]
    [InlineData("pat@ssa@gov.us")]
    [InlineData("pat@.ssa.gov")]
    [InlineData("pat@ssa..gov")]
    [InlineData("pat@ssa.gov.")]
    [InlineData("pat@-ssa.gov")]
    [InlineData("pat@ssa-.gov")]
    [InlineData("pat@ssa.-gov")]
    [InlineData("pat smith@ssa.gov")]
    [InlineData("pat@ssa.gov, kim@ssa.gov")]
    [InlineData("<pat>@ssa.gov")]
    [InlineData("mailto:pat@ssa.gov")]
    [InlineData("pat@s\u00A0sa.gov")]
    [InlineData("pat\u200B@ssa.gov")]
    public void Anything_else_cannot(string text) => Assert.False(EmailAddress.IsPlausible(text));
}
