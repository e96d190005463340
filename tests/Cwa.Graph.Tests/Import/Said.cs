using System.Text.Json;

namespace Cwa.Graph.Tests;

/// <summary>The same values as the cells of a row and as the fields of an input.</summary>
internal sealed class Said
{
    private readonly Dictionary<string, (string Cell, object? Value)> _values = [];

    public Said(params (string Column, string Cell, object? Value)[] values)
    {
        foreach (var (column, cell, value) in values)
            Set(column, cell, value);
    }

    /// <summary>Whether the file has the row twice.</summary>
    public bool IsTwice { get; set; }

    public object? this[string column] => _values.GetValueOrDefault(column).Value;

    public void Set(string column, string cell, object? value) => _values[column] = (cell, value);

    public string Csv()
    {
        var row = string.Join(',', _values.Values.Select(value => $"\"{value.Cell}\""));
        return $"{string.Join(',', _values.Keys)}\n{row}\n{(IsTwice ? row : "")}";
    }

    public Dictionary<string, object?> Input(IReadOnlyList<string> except) =>
        _values
            .Where(value => !except.Contains(value.Key))
            .ToDictionary(value => Field(value.Key), value => value.Value.Value);

    public override string ToString() => string.Join(", ", _values.Select(value => $"{value.Key}: {value.Value.Cell}"));

    private static string Field(string column) =>
        column switch
        {
            "co_hosts" => "coHostIds",
            "id" => "eventId",
            "agency" => "agencyId",
            "category" => "categoryId",
            _ => JsonNamingPolicy.CamelCase.ConvertName(
                string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))
            ),
        };
}
