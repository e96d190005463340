using System.Text.Json;

namespace Cwa.Graph.Tests.Engine;

/// <summary>The response to a request.</summary>
public sealed record Answer(int Status, string? MediaType, string Text, HttpResponseMessage Response)
{
    private readonly Lazy<JsonElement> _json = new(() => JsonDocument.Parse(Text).RootElement);

    public JsonElement Json => _json.Value;

    public JsonElement Data => Json.GetProperty("data");

    public IReadOnlyList<JsonElement> Errors =>
        Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>The codes of the errors; empty if there are none.</summary>
    public IReadOnlyList<string> Codes =>
        [.. Errors.Select(e => e.GetProperty("extensions").GetProperty("code").GetString()!)];

    /// <summary>The code of the only error; empty if there is none.</summary>
    public string Code => Codes is [] ? "" : Assert.Single(Codes);

    /// <summary>The message of the only error.</summary>
    public string Message => Assert.Single(Errors).GetProperty("message").GetString()!;

    /// <summary>The value at a path below `data`, such as `books.nodes`.</summary>
    public JsonElement At(string path) => path.Split('.').Aggregate(Data, (at, name) => at.GetProperty(name));

    /// <summary>The values of one field in a list below `data`.</summary>
    public IReadOnlyList<string> Texts(string list, string field) =>
        [.. At(list).EnumerateArray().Select(o => o.GetProperty(field).ToString())];

    public Answer Succeeds()
    {
        Assert.True(Errors is [], Text);
        return this;
    }

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(),
            response
        );
}
