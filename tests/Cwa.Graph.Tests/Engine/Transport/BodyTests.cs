using System.Text;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class BodyTests(Library library) : IClassFixture<Library>
{
    public static TheoryData<string> NoRequests =>
        new(
            "",
            " ",
            "null",
            "1",
            "\"{__typename}\"",
            "{",
            "{}",
            "[]",
            """[{"query":"{ __typename }"}]""",
            """{"query":null}""",
            """{"query":1}""",
            """{"query":["{ __typename }"]}""",
            """{"query":"{ __typename }","query":"{ __typename }"}""",
            """{"query":"{ __typename }","operationName":1}""",
            """{"query":"{ __typename }","variables":"{}"}""",
            """{"query":"{ __typename }","variables":[]}""",
            """{"query":"{ __typename }","variables":1}""",
            """{"query":"{ __typename }","variables":{"a":1,"a":1}}""",
            """{"query":"{ __typename }","variables":{"a":{"b":1,"b":1}}}""",
            """{"query":"{ __typename }","extensions":true}""",
            """{"query":"{ __typename }"} x""",
            """{"query":"{ __typename }"}{}""",
            """{"query":"{ __typename }",}""",
            """{"query":"{ __typename }" /* so */}""",
            """{'query':'{ __typename }'}""",
            """{"query":"{ __typename } \ud800"}""",
            """{"query":"{ __typename }","variables":{"a":"\ud800"}}""",
            """{"query":"{ __typename }","variables":{"\udc00":1}}""",
            """{"query":"{ __typename }","operationName":"\ud800"}""",
            """{"query":"{ __typename }","\ud800":1}""",
            """{"\ud800":1}""",
            """{"query":"{ __typename }","variables":{"a":"\u0000"}}""",
            """{"query":"{ __typename }","variables":{"a":1e309}}""",
            "{\"query\":\"{ __typename \0}\"}",
            "{\"query\":\"{ __typename }\"}\0"
        );

    [Theory]
    [MemberData(nameof(NoRequests))]
    public async Task A_body_that_is_not_a_request_is_refused(string body)
    {
        var answer = await library.PostAsync(body);

        Assert.Equal((400, ErrorCodes.BadRequest, "application/json"), (answer.Status, answer.Code, answer.MediaType));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    public async Task Text_that_is_not_UTF_8_is_refused(byte[] wrong)
    {
        var answer = await library.PostAsync([.. """{"query":"{ __typename #"""u8, .. wrong, .. "\"}"u8]);

        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        var answer = await library.PostAsync([0xEF, 0xBB, 0xBF, .. """{"query":"{ __typename }"}"""u8]);

        Assert.Equal("Query", answer.Succeeds().At("__typename").GetString());
    }

    [Fact]
    public async Task A_second_byte_order_mark_is_refused()
    {
        var answer = await library.PostAsync([
            0xEF,
            0xBB,
            0xBF,
            0xEF,
            0xBB,
            0xBF,
            .. """{"query":"{ __typename }"}"""u8,
        ]);

        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    public async Task UTF_16_and_UTF_32_are_refused_with_the_reason(string charset, bool isMarked)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] body =
        [
            .. isMarked ? encoding.GetPreamble() : [],
            .. encoding.GetBytes("""{"query":"{ __typename }"}"""),
        ];

        var answer = await library.PostAsync(body);

        Assert.Equal((415, ErrorCodes.UnsupportedMediaType), (answer.Status, answer.Code));
        Assert.Equal("The body is in UTF-16 or UTF-32. Send it in UTF-8.", answer.Message);
    }

    [Theory]
    [InlineData("""{"query":"{ __typename }"}""")]
    [InlineData("""{"query":"{ __typename }","operationName":null,"variables":null,"extensions":null}""")]
    [InlineData(
        """{"query":"{ __typename }","operationName":"","variables":{},"extensions":{"a":[1,{"b":null}]},"id":7}"""
    )]
    [InlineData("""{"query":"{ __typename # 😀 \u00e9 \ud83d\ude00"}""")]
    [InlineData("""{"query":"{ __typename }","variables":{"unused":1e308}}""")]
    [InlineData("""{"query":"{ __typename }","variables":{"unused":123456789012345678901234567890}}""")]
    public async Task Unknown_members_of_a_body_are_ignored(string body) =>
        Assert.Equal(
            "Query",
            (
                await library.PostAsync(
                    body.Replace(
                        "# 😀 \\u00e9 \\ud83d\\ude00",
                        "}# 😀 \\u00e9 \\ud83d\\ude00",
                        StringComparison.Ordinal
                    )
                )
            )
                .Succeeds()
                .At("__typename")
                .GetString()
        );

    // PostgreSQL cannot store such text.
    [Fact]
    public async Task A_document_with_U_0000_is_refused() =>
        Assert.Equal(
            ErrorCodes.ParseFailed,
            (await library.AskAsync("{ books(where: { title: { eq: \"\\u0000\" } }) { totalCount } }")).Code
        );

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e308")]
    [InlineData("0.1")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public async Task A_number_out_of_the_range_of_Int_is_refused(string number)
    {
        var answer = await library.PostAsync(
            $$$"""{"query":"query ($n: Int!) { echo(number: $n) }","variables":{"n":{{{number}}}}}"""
        );

        Assert.Contains(answer.Code, new[] { ErrorCodes.BadUserInput, ErrorCodes.BadRequest });
    }

    [Fact]
    public async Task A_number_has_a_maximum_number_of_digits()
    {
        Assert.Equal(ErrorCodes.BadUserInput, (await library.PostAsync(Of(64))).Code);
        Assert.Equal(ErrorCodes.BadRequest, (await library.PostAsync(Of(65))).Code);
        Assert.Equal(ErrorCodes.BadRequest, (await library.PostAsync(Of(200_000))).Code);

        static string Of(int digits) =>
            $$$"""{"query":"query ($n: Int!) { echo(number: $n) }","variables":{"n":{{{new string('9', digits)}}}}}""";
    }

    [Fact]
    public async Task JSON_nests_at_most_thirty_two_levels()
    {
        Assert.Equal("", (await library.PostAsync(Deep(32))).Code);
        Assert.Equal(ErrorCodes.BadRequest, (await library.PostAsync(Deep(33))).Code);

        static string Deep(int levels)
        {
            var (start, end) = (new string('[', levels - 2), new string(']', levels - 2));
            return $$$"""{"query":"{ __typename }","variables":{"a":{{{start}}}{{{end}}}}}""";
        }
    }

    [Theory]
    [InlineData(256 * 1024, false, false)]
    [InlineData(256 * 1024, false, true)]
    [InlineData(1024 * 1024, true, false)]
    [InlineData(1024 * 1024, true, true)]
    public async Task A_body_has_a_maximum_size_with_or_without_Content_Length(int most, bool signedIn, bool chunked)
    {
        Assert.Equal((200, ""), await SendAsync(most));
        Assert.Equal((413, ErrorCodes.PayloadTooLarge), await SendAsync(most + 1));

        async Task<(int, string)> SendAsync(int length)
        {
            var body = Encoding.UTF8.GetBytes("""{"query":"{ __typename }"}""".PadRight(length));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = chunked ? new StreamContent(new Unsized(body)) : new ByteArrayContent(body),
            };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            if (signedIn)
                request.Headers.Add("X-Reader", "yes");
            var answer = await library.SendAsync(request);
            return (answer.Status, answer.Code);
        }
    }

    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
