namespace Cwa.Graph.Tests.Security;

/// <summary>The headers that RFC 7515 forbids are refused, and others are accepted.</summary>
[Collection(SignedIn.Name)]
public sealed class TokenHeaderTests(SignedInServer server) : ChangedTokens(server)
{
    public static TheoryData<string> BadHeaders =>
        [
            """ "crit":["x"] """,
            """ "crit":["exp"],"exp":1 """,
            """ "crit":["b64"],"b64":false """,
            """ "crit":[] """,
            """ "crit":"x" """,
            """ "crit":null """,
            """ "crit":{} """,
            """ "alg":"none" """,
            """ "alg":"NONE" """,
            """ "alg":"" """,
            """ "alg":null """,
            """ "alg":5 """,
            """ "alg":["RS256"] """,
            """ "alg":"rs256" """,
            """ "alg":"RS384" """,
            """ "alg":"PS256" """,
            """ "alg":"HS256" """,
            """ "alg":"ES256" """,
            """ "cty":"JWT" """,
            """ "cty":"jwt" """,
            """ "cty":"application/jwt" """,
            """ "cty":"Application/JWT" """,
            """ "cty":"application/jwt; charset=utf-8" """,
            """ "cty":"application/at+jwt" """,
            """ "cty":1 """,
            """ "typ":1 """,
            """ "typ":null """,
            """ "kid":1 """,
            """ "kid":["the-key"] """,
            """ "kid":"" """,
            """ "kid":"THE-KEY2" """,
            """ "jku":1 """,
            """ "x5u":{} """,
            """ "x5t":[] """,
            """ "alg":"RS256","alg":"RS256" """,
            """ "kid":"the-key","kid":"the-key" """,
            """ "other":1,"other":1 """,
            """ "\u0061lg":"RS256","alg":"RS256" """,
        ];

    public static TheoryData<string> GoodHeaders =>
        [
            """ "typ":"JWT" """,
            """ "typ":"at+jwt" """,
            """ "typ":"jwt" """,
            """ "x5t":"abc" """,
            """ "jku":"https://stolen.example/keys" """,
            """ "x5u":"https://stolen.example/c" """,
            """ "jwk":{"kty":"RSA","n":"AQAB","e":"AQAB"} """,
            """ "x5c":["MIIB"] """,
            """ "other":{"a":[1]} """,
            """ "cty":"json" """,
            """ "cty":"application/json; of=jwt" """,
            """ "exp":1 """,
            """ "nonce":"x" """,
        ];

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public Task A_header_that_the_standard_forbids_is_refused(string member) =>
        IsRefusedAsync(Sign(Header(member), Claims("")));

    [Theory]
    [MemberData(nameof(GoodHeaders))]
    public Task A_header_with_more_than_is_needed_is_accepted(string member) =>
        IsTakenAsync(Sign(Header(member), Claims("")));
}
