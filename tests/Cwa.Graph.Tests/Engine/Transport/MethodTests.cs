using System.Net.Http.Json;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class MethodTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("query={__typename}")]
    [InlineData("query=query+Q($n:Int!){__typename+echo(number:$n)}&variables={\"n\":1}")]
    [InlineData("query=query+A{__typename}+query+B{echo(number:1)}&operationName=A&extensions={}")]
    [InlineData("query={__typename}&variables=")]
    [InlineData("query={__typename}&variables=null&extensions=null")]
    public async Task A_query_may_be_sent_in_the_URL(string parameters)
    {
        var answer = (await GetAsync(parameters)).Succeeds();

        Assert.Equal("Query", answer.At("__typename").GetString());
        // Whoever has kept an answer asks whether it is still the same.
        Assert.Equal("no-cache, private", $"{answer.Response.Headers.CacheControl}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("query={__typename}&query={__typename}")]
    [InlineData("query={__typename}&variables={}&variables={}")]
    [InlineData("query={__typename}&variables={")]
    [InlineData("query={__typename}&variables=[]")]
    [InlineData("query={__typename}&variables=\"{}\"")]
    [InlineData("query={__typename}&variables={\"a\":1,\"a\":1}")]
    [InlineData("query={__typename}&variables={\"a\":\"\\ud800\"}")]
    [InlineData("query={__typename}&variables={\"\\ud800\":1}")]
    [InlineData("query={__typename}&extensions=1")]
    public async Task A_URL_without_a_valid_request_is_refused(string parameters)
    {
        var answer = await GetAsync(parameters);

        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("variables=%20", "The parameter `variables` is empty. ")]
    [InlineData("variables={", "The parameter `variables` cannot be read as JSON at line 1, byte 2. ")]
    [InlineData("extensions=%20", "The parameter `extensions` is empty. ")]
    [InlineData("extensions={%22a%22:1,%22a%22:1}", "The parameter `extensions` names a property twice.")]
    [InlineData("variables={%22a%22:1e309}", "The parameter `variables` contains a number ")]
    public async Task A_parameter_that_is_not_JSON_is_named(string parameter, string message)
    {
        var answer = await GetAsync("query={__typename}&" + parameter);

        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.StartsWith(message, answer.Errors[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mutation{lend(input:{})}")]
    [InlineData("query+Q{__typename}mutation+M{lend(input:{})}&operationName=M")]
    public async Task A_mutation_in_the_URL_is_refused(string query)
    {
        var answer = await GetAsync("query=" + query);

        Assert.Equal((405, ErrorCodes.MethodNotAllowed), (answer.Status, answer.Code));
        Assert.Equal(["POST"], answer.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_mutation_is_sent_by_POST() =>
        Assert.Equal(14, (await library.AskAsync("mutation { lend(input: {}) }")).Succeeds().At("lend").GetInt32());

    [Theory]
    [InlineData("POST", "application/json")]
    [InlineData("POST", "application/graphql-response+json, application/json; q=0.9")]
    [InlineData("POST", "*/*, text/event-stream; q=0")]
    [InlineData("GET", "application/json")]
    public async Task A_subscription_is_refused_to_clients_that_accept_no_stream(string method, string accept)
    {
        const string Arrivals = "subscription { arrivals }";
        using var request =
            method == "GET"
                ? new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Arrivals)
                : new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Arrivals }) };
        request.Headers.Add("Accept", accept);

        var answer = await library.SendAsync(request);

        Assert.Equal((406, ErrorCodes.NotAcceptable), (answer.Status, answer.Code));
        Assert.Contains("`Accept: text/event-stream`", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("BREW")]
    public async Task Another_method_is_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql?query={__typename}");

        var answer = await library.SendAsync(request);

        Assert.Equal(
            (405, ErrorCodes.MethodNotAllowed, "application/json"),
            (answer.Status, answer.Code, answer.MediaType)
        );
        Assert.Equal(["GET", "POST"], answer.Response.Content.Headers.Allow);
    }

    private async Task<Answer> GetAsync(string parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + parameters);
        return await library.SendAsync(request);
    }
}
