namespace Cwa.Graph.Tests.Security;

/// <summary>The claims that RFC 7519 forbids are refused, and others are accepted.</summary>
[Collection(SignedIn.Name)]
public sealed class TokenClaimTests(SignedInServer server) : ChangedTokens(server)
{
    public static TheoryData<string> BadClaims =>
        new(
            new[]
            {
                "\"exp\":\"{now+600}\"",
                "\"exp\":null",
                "\"exp\":true",
                "\"exp\":[]",
                "\"exp\":-1",
                "\"exp\":0",
                "\"exp\":1e-5",
                "\"exp\":{now-600}",
                "\"exp\":{now-600}.5",
                "\"exp\":-1e300",
                "\"nbf\":\"{now+0}\"",
                "\"nbf\":null",
                "\"nbf\":{}",
                "\"nbf\":{now+3600}",
                "\"nbf\":1e300",
                "\"iat\":\"now\"",
                "\"iat\":null",
                "\"iat\":[1]",
                "\"aud\":null",
                "\"aud\":1",
                "\"aud\":[]",
                "\"aud\":{}",
                "\"aud\":\"\"",
                "\"aud\":\"another\"",
                "\"aud\":[\"another\"]",
                "\"aud\":[\"{aud}\",1]",
                "\"aud\":[[\"{aud}\"]]",
                "\"aud\":{\"a\":\"{aud}\"}",
                "\"iss\":null",
                "\"iss\":1",
                "\"iss\":\"\"",
                "\"iss\":[\"{iss}\"]",
                "\"iss\":\"{iss}/\"",
                "\"iss\":\"{iss}\\u0000\"",
                "\"iss\":\"https://login.microsoftonline.com/common/v2.0\"",
                "\"sub\":1",
                "\"sub\":null",
                "\"sub\":[\"a\"]",
                "\"jti\":1",
                "\"exp\":{now+600},\"exp\":{now+600}",
                "\"roles\":[],\"roles\":[\"Npr.Read\"]",
                "\"a\":1,\"a\":1",
            }
        );

    public static TheoryData<string> GoodClaims =>
        new(
            new[]
            {
                "\"exp\":{now+600}.75",
                "\"exp\":{now+600}e0",
                "\"exp\":253402300799",
                "\"nbf\":0",
                "\"nbf\":{now-1}.5",
                "\"iat\":0",
                "\"iat\":{now+600}",
                "\"aud\":[\"{aud}\"]",
                "\"aud\":[\"another\",\"{aud}\"]",
                "\"jti\":\"1\"",
                "\"other\":{\"a\":[1,null]}",
                "\"sub\":\"\"",
                "\"agency\":null",
                "\"name\":7",
                "\"agency\":{\"a\":1}",
                "\"roles\":[\"Npr.Read\",5,null,{}]",
            }
        );

    [Theory]
    [MemberData(nameof(BadClaims))]
    public Task A_claim_that_the_standard_forbids_is_refused(string member) =>
        IsRefusedAsync(Sign(Header(""), Claims(member)));

    [Theory]
    [MemberData(nameof(GoodClaims))]
    public Task A_claim_that_the_standard_allows_is_accepted(string member) =>
        IsTakenAsync(Sign(Header(""), Claims(member)));

    [Theory]
    [InlineData("oid")]
    [InlineData("sub")]
    [InlineData("name")]
    [InlineData("iat")]
    [InlineData("nbf")]
    [InlineData("tid")]
    public async Task An_optional_claim_may_be_missing(string claim)
    {
        var claims = Issuer.Claims(["Npr.Read"]);
        claims.Remove(claim);

        await IsTakenAsync(Issuer.Key.Sign(claims));
    }
}
