using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Bodies that are not framed as the headers say get a 400 and do the server no harm.</summary>
public sealed partial class FramingTests(LiveServerFixture server) : IClassFixture<LiveServerFixture>
{
    private const string Json = """{"query":"{ __typename }"}""",
        Csv = "agency,month\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Gen<string> Size = Gen.OneOf(
        Gen.OneOf(
            "80000000",
            "FFFFFFFF",
            "7FFFFFFFFFFFFFFF",
            "123456789012345678901234567890",
            "-1",
            "+5",
            "0x5",
            "zz",
            "",
            " ",
            "5 5",
            "\0",
            "é",
            "1.0",
            "5,5",
            "5\n",
            "\r"
        ),
        Gen.String[Gen.Char[' ', '~'], 1, 12].Where(text => !Measure().IsMatch(text))
    );

    private static readonly Gen<string> Trailer = Gen.OneOf(
        "a\0b: c",
        "a: b\0c",
        ": x",
        "no colon",
        "a: b\rc",
        " folded",
        new('x', 40_000)
    );

    private static readonly Gen<Func<string, string>> Framing = Gen.OneOf<Func<string, string>>(
        Size.Select(size => (Func<string, string>)(body => $"{size}\r\n{body}\r\n0\r\n\r\n")),
        Size.Select(size => (Func<string, string>)(body => $"{body.Length:X}\r\n{body}\r\n{size}\r\n\r\n")),
        Trailer.Select(trailer =>
            (Func<string, string>)(body => $"{body.Length:X}\r\n{body}\r\n0\r\n{trailer}\r\n\r\n")
        ),
        Gen.OneOf("\n", "XX", "X\r\n", "\r\r\n")
            .Select(end => (Func<string, string>)(body => $"{body.Length:X}\r\n{body}{end}0\r\n\r\n"))
    );

    [Theory]
    [InlineData("80000000")]
    [InlineData("FFFFFFFF")]
    [InlineData("-1")]
    [InlineData("")]
    public async Task A_chunk_with_a_malformed_size_is_a_bad_request(string size)
    {
        var answer = await SayAsync(
            "/graphql",
            "application/json",
            "Transfer-Encoding: chunked",
            $"{size}\r\n{Json}\r\n0\r\n\r\n"
        );

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"BAD_REQUEST\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_chunks_are_refused_everywhere_and_leave_no_stack_trace_in_the_log()
    {
        var token = SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"]);
        var ends = Gen.OneOf(("/graphql", "application/json", Json), ("/import/events?dryRun=true", "text/csv", Csv));

        await Gen.Select(ends, Framing)
            .SampleAsync(
                async (end, framing) =>
                {
                    var (path, type, body) = end;
                    var sent = framing(body);
                    var answer = await SayAsync(
                        path,
                        type,
                        $"Transfer-Encoding: chunked\r\nAuthorization: Bearer {token}",
                        sent
                    );
                    Assert.True(answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), $"{sent}\n{answer}");
                    Assert.Contains("\"code\":\"BAD_REQUEST\"", answer, StringComparison.Ordinal);
                },
                iter: 300,
                threads: 8
            );

        Assert.DoesNotContain("   at ", server.Server.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: x")]
    [InlineData("Content-Length: 5,5")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6")]
    [InlineData("Transfer-Encoding: gzip")]
    [InlineData("Transfer-Encoding: chunked, gzip")]
    public async Task A_malformed_Content_Length_is_a_bad_request(string header)
    {
        var answer = await SayAsync("/graphql", "application/json", header, Json);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Server.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Transfer-Encoding: gzip, chunked")]
    [InlineData("Transfer-Encoding: chunked, chunked")]
    public async Task A_body_with_another_transfer_encoding_is_refused(string header)
    {
        var answer = await SayAsync("/graphql", "application/json", header, $"{Json.Length:X}\r\n{Json}\r\n0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/export/events.csv")]
    [InlineData("/calendar/SSA.ics")]
    [InlineData("/healthz/ready")]
    [InlineData("/nothing")]
    public async Task A_malformed_body_does_no_harm_where_no_body_is_read(string path)
    {
        var answer = await SayAsync(path, "text/csv", "Transfer-Encoding: chunked", $"80000000\r\n{Csv}");

        Assert.Matches("^HTTP/1.1 [24]", answer);
        Assert.DoesNotContain("   at ", server.Server.Log, StringComparison.Ordinal);
    }

    private async Task<string> SayAsync(string path, string type, string headers, string body)
    {
        using var client = new TcpClient();
        using var late = new CancellationTokenSource(Patience);
        var address = server.Server.Address;
        await client.ConnectAsync(address.Host, address.Port, late.Token);
        var stream = client.GetStream();
        var request =
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + $"Content-Type: {type}\r\n{headers}\r\n\r\n{body}";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), late.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, late.Token);
        }
        catch (IOException)
        {
            // The connection was closed before everything was read.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    // A hexadecimal size that fits, and an extension, which a server may ignore.
    [GeneratedRegex(@"^([0-7][0-9A-Fa-f]{7}|[0-9A-Fa-f]{1,7})(;.*)?$")]
    private static partial Regex Measure();
}
