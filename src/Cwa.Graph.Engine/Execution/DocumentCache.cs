using GraphQL;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Caching.Memory;

namespace Cwa.Graph.Engine;

/// <summary>A parsed document that is within the limits, and what is known about it.</summary>
internal sealed class PreparedDocument(GraphQLDocument document)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<
        GraphQLOperationDefinition,
        Preflight
    > _preflights = new(ReferenceEqualityComparer.Instance);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<
        GraphQLOperationDefinition,
        NeededProperties
    > _needed = new(ReferenceEqualityComparer.Instance);

    public GraphQLDocument Document => document;

    /// <summary>
    /// Whether the document has passed validation, which then need not be repeated, since the schema never changes.
    /// </summary>
    public bool IsValid { get; set; }

    /// <summary>The operation with this name, or the only one.</summary>
    /// <exception cref="ExecutionError">There is no such operation, or several and no name
    /// (OPERATION_RESOLUTION_FAILURE).</exception>
    public GraphQLOperationDefinition Operation(string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        if (string.IsNullOrEmpty(name))
        {
            return operations switch
            {
                [var only] => only,
                [] => throw RequestError.Operation("The document has no operation."),
                _ => throw RequestError.Operation(
                    "The document has several operations. Name one of them in `operationName`."
                ),
            };
        }

        return operations.Find(o => o.Name is { } own && own == name)
            ?? throw RequestError.Operation("The document has no operation with the name in `operationName`.");
    }

    /// <summary>The properties of each class that an operation needs.</summary>
    public NeededProperties Needed(GraphQL.Types.ISchema schema, GraphQLOperationDefinition operation) =>
        _needed.GetOrAdd(operation, o => new(schema, document, o));

    /// <summary>What an operation asks for; computed once if the operation has no variables.</summary>
    public Preflight Preflight(GraphQL.Types.ISchema schema, GraphQLOperationDefinition operation, Inputs variables) =>
        operation.Variables is { Count: > 0 }
            ? Engine.Preflight.Of(schema, document, operation, variables)
            : _preflights.GetOrAdd(operation, o => Engine.Preflight.Of(schema, document, o, Inputs.Empty));
}

/// <summary>The documents that were requested recently, parsed.</summary>
[Service]
public sealed class DocumentCache(Limits limits) : IDisposable
{
    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = limits.CachedDocuments });

    /// <exception cref="ExecutionError">The text is not GraphQL (GRAPHQL_PARSE_FAILED) or too large
    /// (LIMIT_EXCEEDED).</exception>
    internal PreparedDocument Get(string text) =>
        _documents.TryGetValue(text, out PreparedDocument? found) ? found! : new(Parse(text));

    /// <summary>Keeps a document that proved valid. Invalid documents would only crowd out the others.</summary>
    internal void Keep(string text, PreparedDocument document)
    {
        document.IsValid = true;
        _documents.Set(text, document, new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <inheritdoc/>
    public void Dispose() => _documents.Dispose();

    private GraphQLDocument Parse(string text)
    {
        try
        {
            text = SourceText.Read(text);
            DocumentSize.CheckText(text, limits);
            var document = Parser.Parse(
                DocumentDescriptions.Blank(text),
                new ParserOptions { Ignore = IgnoreOptions.Comments }
            );
            DocumentSize.Check(document, limits);
            return document;
        }
        catch (GraphQLSyntaxErrorException error)
        {
            throw RequestError.Parse(
                $"Syntax error at line {error.Location.Line}, column {error.Location.Column}: "
                    + $"{Sentence(error.Description)}"
            );
        }
        catch (ArgumentException)
        {
            throw RequestError.Parse("A string in the document contains an escape that is not a character.");
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw RequestError.Limit($"The document is nested deeper than {limits.Depth} levels.");
        }
    }

    // The parser refers readers to an older edition of the specification.
    private static string Sentence(string description) =>
        description.Split("; for more information", 2)[0].TrimEnd('.') + ".";
}
