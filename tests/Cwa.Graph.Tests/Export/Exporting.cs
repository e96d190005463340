using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests;

/// <summary>An exported file, parsed.</summary>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    public IReadOnlyList<string> Of(string column) => [.. Rows.Select(row => row[column])];

    public static async Task<Table> OfCsvAsync(byte[] file)
    {
        using var csv = CsvReader.Create(new MemoryStream(file));
        await csv.ReadHeaderAsync(default);
        var columns = csv.Headers.ToList();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (await csv.ReadAsync(default))
            rows.Add(columns.Index().ToDictionary(c => c.Item, c => csv.GetString(c.Index)));
        return new(columns, rows);
    }

    /// <summary>The rows of a JSON file, with values as a CSV file writes them.</summary>
    public static Table OfJson(JsonElement file)
    {
        var rows = file.GetProperty("rows")
            .EnumerateArray()
            .Select(
                IReadOnlyDictionary<string, string> (row) =>
                    row.EnumerateObject().ToDictionary(p => p.Name, p => Cell(p.Value))
            )
            .ToList();
        return new([.. rows.FirstOrDefault()?.Keys ?? []], rows);
    }

    private static string Cell(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(Cell)),
            JsonValueKind.Number => value.GetDouble().ToString(CultureInfo.InvariantCulture),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.GetString()!,
        };
}

/// <summary>Helpers for tests about exports.</summary>
internal static class Exporting
{
    public static Task<HttpResponseMessage> GetAsync(this SignedInCaller caller, string path) =>
        caller.Server.Client.GetAsync(path, caller.Token);

    public static Task<HttpResponseMessage> GetAsync(this SignedInServer server, string who, string path) =>
        server.Server.Client.GetAsync(path, server.TokenOf(who));

    public static async Task<Table> CsvAsync(this Task<HttpResponseMessage> answer) =>
        await Table.OfCsvAsync(await BytesAsync(answer));

    public static async Task<string> TextAsync(this Task<HttpResponseMessage> answer) =>
        Encoding.UTF8.GetString(await BytesAsync(answer));

    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> answer) =>
        JsonDocument.Parse(await BytesAsync(answer)).RootElement;

    /// <summary>A path with JSON values as parameters.</summary>
    public static string With(
        this string path,
        object? where = null,
        object? order = null,
        string? columns = null,
        DateTime? updatedSince = null
    )
    {
        var parameters = new List<string>();
        Add("where", where is null ? null : JsonSerializer.Serialize(where));
        Add("order", order is null ? null : JsonSerializer.Serialize(order));
        Add("columns", columns);
        Add("updatedSince", updatedSince?.ToString("O", CultureInfo.InvariantCulture));
        return parameters is [] ? path : $"{path}?{string.Join('&', parameters)}";

        void Add(string name, string? value)
        {
            if (value is not null)
                parameters.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    private static async Task<byte[]> BytesAsync(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    public static async Task<HttpResponseMessage> GetAsync(this HttpClient client, string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }
}
