using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>What every mutation's input has.</summary>
public abstract record MutationInput
{
    /// <summary>The longest idempotency key.</summary>
    internal const int LongestKey = 200;

    private static readonly JsonSerializerOptions Options = new() { Converters = { new AsText() } };

    /// <summary>
    /// A key of the caller's choice, 1–200 characters, such as a UUID. Sent again within 24 hours with the same content
    /// it gives the first answer again and does nothing twice; with other content it is refused. Refusals are not kept.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether to check only: the same errors and warnings, and nothing is written.</summary>
    [DefaultAstValue("false")]
    public bool ValidateOnly { get; init; }

    /// <summary>The name of the mutation, as the schema has it.</summary>
    internal string Mutation => JsonNamingPolicy.CamelCase.ConvertName(GetType().Name[..^"Input".Length]);

    /// <summary>
    /// A digest of all that the caller asks for; whether it is only checked, and under which key, is no part of it.
    /// </summary>
    internal string ContentHash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    this with
                    {
                        IdempotencyKey = null,
                        ValidateOnly = false,
                    },
                    GetType(),
                    Options
                )
            )
        );

    /// <summary>Scalars of our own, such as a month, count as what they print.</summary>
    private sealed class AsText : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType
            && typeToConvert.Assembly == typeof(Cwa.Model.ReportMonth).Assembly
            && !typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Writer<>).MakeGenericType(typeToConvert))!;

        private sealed class Writer<T> : JsonConverter<T>
            where T : struct
        {
            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                throw new NotSupportedException("Inputs are only written.");

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value.ToString());
        }
    }
}
