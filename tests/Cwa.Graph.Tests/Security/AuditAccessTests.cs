using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>Who may read the audit trail of an agency's record.</summary>
[Collection(SignedIn.Name)]
public sealed class AuditAccessTests(SignedInServer server)
{
    [Theory]
    [InlineData("public", "UNAUTHENTICATED")]
    [InlineData("nobody", "FORBIDDEN")]
    [InlineData("admin", "FORBIDDEN")]
    [InlineData("IRS", "read")]
    [InlineData("TREAS", "empty")]
    [InlineData("USCS", "empty")]
    [InlineData("npr", "read")]
    [InlineData("reviewer", "read")]
    public async Task The_audit_trail_is_for_the_agency_itself_and_for_NPR(string who, string cell)
    {
        var answer = await server.SendAsync(
            who,
            "query ($subject: ID!) { audit(subjectId: $subject) { totalCount nodes { action after } } }",
            new { subject = NodeId.Encode("Liaison", server.Held.OwnedBy("IRS", "Liaison")) }
        );

        Assert.Equal(
            cell,
            answer.TryGetProperty("errors", out var errors)
                    ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
                : answer.GetProperty("data").GetProperty("audit").GetProperty("totalCount").GetInt32() > 0 ? "read"
                : "empty"
        );
    }
}
